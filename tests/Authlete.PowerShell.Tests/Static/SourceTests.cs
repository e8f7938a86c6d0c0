using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Text that the sources must not contain.</summary>
public sealed partial class SourceTests
{
    private static readonly List<(string File, string Code)> s_sources = [.. Read()];

    [Fact]
    public void There_are_sources_to_read() => Assert.True(s_sources.Count > 100);

    [Theory]
    [InlineData(@"\bConsole\s*\.", "src/Authlete.PowerShell/,src/Authlete.ApiClient/")]
    [InlineData(@"\bThread\s*\.\s*Sleep\b", "src/")]
    [InlineData(@"\bDateTime(Offset)?\s*\.\s*(Now|Today)\b", "src/")]
    [InlineData(@"\bMyInvocation\s*\.\s*(Line|Statement|PositionMessage)\b", "src/")]
    [InlineData(
        @"\bcatch\s*\(\s*(System\s*\.\s*)?Exception(\s+\w+)?\s*\)(?!\s*when\b)",
        "src/Authlete.PowerShell/,src/Authlete.ApiClient/,src/Authlete.Sandbox/,src/Authlete.Generator/"
    )]
    [InlineData(@"\bcatch\s*\{", "src/Authlete.PowerShell/,src/Authlete.ApiClient/")]
    [InlineData(@"\bServicePointManager\s*\.\s*ServerCertificateValidationCallback\b", "src/")]
    [InlineData(@"\basync\s+void\b", "src/")]
    public void A_forbidden_pattern_is_not_in_the_sources(string pattern, string folders)
    {
        var found = s_sources
            .Where(source => folders.Split(',').Any(folder => source.File.StartsWith(folder, StringComparison.Ordinal)))
            .Where(source => Regex.IsMatch(source.Code, pattern));
        Assert.Empty(found.Select(source => source.File));
    }

    [Fact]
    public void One_file_creates_every_HttpClient() =>
        Assert.Single(s_sources.Where(source => Regex.IsMatch(source.Code, @"\bnew\s+HttpClient\s*\(")).Select(source => source.File));

    [Fact]
    public void Every_file_is_named_after_the_type_in_it()
    {
        var misnamed =
            from source in s_sources
            let types = PublicType().Matches(source.Code).Select(match => match.Groups[1].Value).ToList()
            let name = Path.GetFileNameWithoutExtension(source.File).Split('.', '{')[0]
            where types.Count > 0 && !types.Contains(name) && !source.File.EndsWith(".g.cs", StringComparison.Ordinal)
            select source.File;
        Assert.Empty(misnamed);
    }

    private static IEnumerable<(string File, string Code)> Read() =>
        SourceFile.ReadAll("src").Select(file => (file.Path, Comment().Replace(file.Text, "")));

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^public\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:class|record|struct|enum|interface)\s+(\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex PublicType();
}
