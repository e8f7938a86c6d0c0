using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>The help as Get-Help returns it.</summary>
public sealed class HelpTests
{
    // Shared, because reading the help file takes most of the time.
    private static readonly EngineSession s_session = new();
    private static readonly ConcurrentDictionary<string, PSObject> s_help = new(StringComparer.Ordinal);

    public static TheoryData<string> Cmdlets => [.. ImportedModule.Cmdlets.Keys];

    public static TheoryData<string> Topics =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(StagedModule.Folder, "en-US"), "about_*.help.txt")
                .Select(path => Path.GetFileName(path).Split('.')[0]),
        ];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_of_a_cmdlet_comes_from_the_help_file(string cmdlet) =>
        Assert.StartsWith("MamlCommandHelpInfo", HelpOf(cmdlet).TypeNames[0], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_has_a_synopsis_and_a_description(string cmdlet)
    {
        var help = HelpOf(cmdlet);
        var synopsis = Text(Member(help, "Synopsis"));
        Assert.EndsWith(".", synopsis, StringComparison.Ordinal);
        Assert.DoesNotContain(cmdlet, synopsis, StringComparison.Ordinal);
        Assert.NotEqual("", Text(Member(help, "description")));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_describes_every_parameter(string cmdlet)
    {
        var described = Items(Member(Member(HelpOf(cmdlet), "parameters"), "parameter"))
            .ToDictionary(
                parameter => Text(Member(parameter, "name")),
                parameter => Text(Member(parameter, "description")),
                StringComparer.Ordinal
            );
        Assert.All(described, parameter => Assert.NotEqual("", parameter.Value));
        Assert.Equal(ParametersOf(cmdlet), described.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_shows_the_syntax_of_every_parameter_set(string cmdlet)
    {
        var shown = Items(Member(Member(HelpOf(cmdlet), "syntax"), "syntaxItem"))
            .Select(item =>
                string.Join(
                    ' ',
                    Items(Member(item, "parameter")).Select(parameter => Text(Member(parameter, "name"))).Order(StringComparer.Ordinal)
                )
            );
        var real = ImportedModule
            .Cmdlets[cmdlet]
            .ParameterSets.Select(set =>
                string.Join(
                    ' ',
                    set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name) && !IsHidden(parameter.Attributes))
                        .Select(parameter => parameter.Name)
                        .Order(StringComparer.Ordinal)
                )
            );
        Assert.Equal(real.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Connect-Authlete", "TimeoutSec", "30")]
    [InlineData("Get-AuthleteClient", "PageSize", "100")]
    [InlineData("Get-AuthleteClient", "ThrottleLimit", "1")]
    [InlineData("Invoke-AuthleteApi", "Method", "GET")]
    [InlineData("Test-AuthleteConfiguration", "Profile", "Bcp")]
    public void The_help_names_the_default_value(string cmdlet, string parameter, string value)
    {
        var help = Items(Member(Member(HelpOf(cmdlet), "parameters"), "parameter")).Single(one => Text(Member(one, "name")) == parameter);

        Assert.Equal(value, Text(Member(help, "defaultValue")));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_names_the_types_of_input_and_output(string cmdlet)
    {
        var help = HelpOf(cmdlet);
        Assert.NotEqual("", Text(Member(help, "inputTypes")));
        Assert.NotEqual("", Text(Member(help, "returnValues")));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_has_two_examples_or_more(string cmdlet)
    {
        var examples = Items(Member(Member(HelpOf(cmdlet), "examples"), "example")).ToList();
        Assert.True(examples.Count >= 2, $"{examples.Count} examples.");
        Assert.All(examples, example => Assert.Contains(cmdlet, Text(Member(example, "code")), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_links_of_the_help_lead_somewhere(string cmdlet)
    {
        var links = Items(Member(Member(HelpOf(cmdlet), "relatedLinks"), "navigationLink")).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var text = Text(Member(link, "linkText"));
            var uri = Text(Member(link, "uri"));
            Assert.True(
                uri.Length > 0
                    ? Uri.IsWellFormedUriString(uri, UriKind.Absolute)
                    : ImportedModule.Cmdlets.ContainsKey(text)
                        || File.Exists(Path.Combine(StagedModule.Folder, "en-US", text + ".help.txt")),
                "'" + text + "' leads nowhere."
            );
            Assert.NotEqual(cmdlet, text);
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_online_help_is_the_page_of_the_cmdlet(string cmdlet)
    {
        var links = Items(Member(Member(HelpOf(cmdlet), "relatedLinks"), "navigationLink")).ToList();
        var address = Text(Assert.Single(s_session.Run($"(Get-Command {cmdlet}).HelpUri")));

        var project = s_session.RunSingle($"(Import-PowerShellDataFile '{StagedModule.Manifest}').PrivateData.PSData.ProjectUri");
        Assert.Equal($"{project}/blob/main/docs/cmdlets/{cmdlet}.md", address);
        Assert.Equal("Online Version:", Text(Member(links[0], "linkText")));
        Assert.Equal(address, Text(Member(links[0], "uri")));
        Assert.True(File.Exists(Path.Combine(StagedModule.Repository, "docs", "cmdlets", cmdlet + ".md")));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_links_lead_to_other_cmdlets_a_topic_and_a_page(string cmdlet)
    {
        var links = Items(Member(Member(HelpOf(cmdlet), "relatedLinks"), "navigationLink")).Skip(1).ToList();
        var texts = links.Select(link => Text(Member(link, "linkText"))).ToList();

        Assert.Contains(texts, ImportedModule.Cmdlets.ContainsKey);
        Assert.Contains(texts, text => text.StartsWith("about_", StringComparison.Ordinal));
        Assert.Contains(links, link => Text(Member(link, "uri")).Contains("/blob/main/", StringComparison.Ordinal));
    }

    /// <summary>Links to the project's own files, which no other test checks.</summary>
    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_links_to_files_of_the_project_lead_to_one(string cmdlet)
    {
        const string Files = "/blob/main/";
        foreach (var link in Items(Member(Member(HelpOf(cmdlet), "relatedLinks"), "navigationLink")))
        {
            var uri = Text(Member(link, "uri"));
            var begin = uri.IndexOf(Files, StringComparison.Ordinal);
            Assert.True(begin < 0 || File.Exists(Path.Combine(StagedModule.Repository, uri[(begin + Files.Length)..])), uri);
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_the_topic(string topic)
    {
        var text = string.Join('\n', s_session.Run("Get-Help " + topic));
        Assert.StartsWith("TOPIC\n    " + topic + "\n", text.TrimStart().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("SHORT DESCRIPTION", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_fits_a_console(string topic) =>
        Assert.DoesNotContain(
            File.ReadLines(Path.Combine(StagedModule.Folder, "en-US", topic + ".help.txt")),
            line => line.Length > 80 || line.Contains('\t', StringComparison.Ordinal)
        );

    private static PSObject HelpOf(string cmdlet) =>
        s_help.GetOrAdd(cmdlet, name => Assert.Single(s_session.Run("Get-Help " + name + " -Full")));

    private static IEnumerable<string> ParametersOf(string cmdlet) =>
        ImportedModule
            .Cmdlets[cmdlet]
            .ParameterSets.SelectMany(set => set.Parameters)
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name) && !IsHidden(parameter.Attributes))
            .Select(parameter => parameter.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static bool IsHidden(IEnumerable<Attribute> attributes) =>
        attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow);

    private static PSObject? Member(PSObject? parent, string name) =>
        parent?.Properties[name]?.Value is { } value ? PSObject.AsPSObject(value) : null;

    private static IEnumerable<PSObject> Items(PSObject? value) =>
        value?.BaseObject switch
        {
            null => [],
            string => [value],
            IEnumerable items => items.Cast<object>().Select(PSObject.AsPSObject),
            _ => [value],
        };

    /// <summary>Returns all text below an object of the help, with properties in order.</summary>
    private static string Text(PSObject? value) =>
        string.Join('\n', Texts(value, 0).Select(text => text.Trim()).Where(text => text.Length > 0));

    private static IEnumerable<string> Texts(PSObject? value, int depth) =>
        value?.BaseObject switch
        {
            null => [],
            string text => [text],
            IEnumerable items => items
                .Cast<object?>()
                .Where(item => item is not null)
                .SelectMany(item => Texts(PSObject.AsPSObject(item!), depth + 1)),
            PSCustomObject when depth < 6 => value
                .Properties.Where(property => property.Value is not null)
                .SelectMany(property => Texts(PSObject.AsPSObject(property.Value), depth + 1)),
            _ => [],
        };
}
