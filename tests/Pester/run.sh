#!/usr/bin/env bash
# Runs the Pester tests where there is a pwsh with Pester; says in one line where there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v pwsh > /dev/null; then
  echo 'No pwsh on PATH: tests/Pester was not run.'
  exit 0
fi
exec pwsh -NoProfile -NonInteractive -File tests/Pester/run.ps1
