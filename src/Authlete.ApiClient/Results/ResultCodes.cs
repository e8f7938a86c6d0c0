using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Authlete.ApiClient.Results;

/// <summary>The table of result codes, read on first use.</summary>
internal static class ResultCodes
{
    private static readonly Lazy<SortedDictionary<string, ResultCode>> s_table = new(Load);

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyCollection<ResultCode> All => s_table.Value.Values;

    /// <summary>Returns the entry of a code; null if the table has none.</summary>
    /// <param name="code">The code, such as A004301, case-insensitive.</param>
    public static ResultCode? Find(string code) => code is not null && s_table.Value.TryGetValue(code, out var entry) ? entry : null;

    private static SortedDictionary<string, ResultCode> Load()
    {
        using var stream =
            typeof(ResultCodes).Assembly.GetManifestResourceStream("result-codes.tsv")
            ?? throw new InvalidOperationException("The table of result codes is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new SortedDictionary<string, ResultCode>(StringComparer.OrdinalIgnoreCase);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            int? status = fields[3].Length == 0 ? null : int.Parse(fields[3], CultureInfo.InvariantCulture);
            table[fields[0]] = new ResultCode(fields[0], fields[1], fields[2].Length == 0 ? null : fields[2], status, fields[4])
            {
                IsForeignObject = fields.Length > 5 && fields[5] == "foreign",
                IsUnknownObject = fields.Length > 5 && fields[5] == "unknown",
            };
        }

        return table;
    }
}
