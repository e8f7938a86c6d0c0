using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed partial class ResultCodeTests
{
    /// <summary>
    /// The success codes of these two operations are not published. Their error codes are, and a success code always has the number
    /// that follows them.
    /// </summary>
    private static readonly HashSet<string> s_inferred = ["A314001", "A316001"];

    [Fact]
    public void The_sandbox_reports_no_code_that_does_not_exist()
    {
        var known = Known();

        var used = Used();

        Assert.True(used.Count > 500);
        Assert.Empty(used.Except(known).Except(s_inferred));
        Assert.Empty(s_inferred.Intersect(known));
    }

    private static HashSet<string> Known()
    {
        using var stream = typeof(ResultCodeTests).Assembly.GetManifestResourceStream("result-codes.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('\t')[0])];
    }

    /// <summary>Returns all codes in the strings of the sandbox's assembly.</summary>
    private static HashSet<string> Used()
    {
        using var file = File.OpenRead(typeof(SandboxServer).Assembly.Location);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        var codes = new HashSet<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            codes.UnionWith(Code().Matches(metadata.GetUserString(handle)).Select(match => match.Value));
        }

        return codes;
    }

    [GeneratedRegex("A[0-9]{6}")]
    private static partial Regex Code();
}
