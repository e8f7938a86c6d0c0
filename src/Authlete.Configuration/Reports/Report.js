'use strict';
// Without this script, the page shows all rows and no filter.
const form = document.getElementById('filter');
const status = document.getElementById('status');
const rows = Array.from(document.querySelectorAll('tbody tr'));
const fits = (row, name, value) => value === '' || row.dataset[name] === undefined || row.dataset[name] === value;

function show() {
  const { outcome = '', severity = '', target } = Object.fromEntries(new FormData(form));
  const wanted = target.trim().toLowerCase();
  let count = 0;
  for (const row of rows) {
    row.hidden = !(fits(row, 'outcome', outcome) && fits(row, 'severity', severity) && row.dataset.target.toLowerCase().includes(wanted));
    count += row.hidden ? 0 : 1;
  }
  for (const section of document.querySelectorAll('main section')) {
    section.hidden = section.querySelector('tbody tr:not([hidden])') === null;
  }
  status.textContent = count === 0 ? 'No rows match the filter.' : `${count} of ${rows.length} rows`;
}

if (form !== null) {
  form.hidden = false;
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(show));
  show();
}
