using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>The default views of objects.</summary>
public sealed partial class FormatTests
{
    private const int Most = 15;

    private static readonly List<XElement> s_views =
    [
        .. XDocument.Load(Path.Combine(StagedModule.Folder, "Authlete.Format.ps1xml")).Descendants("View"),
    ];

    private static IEnumerable<Type> Written =>
        ImportedModule
            .CmdletTypes.SelectMany(cmdlet => cmdlet.GetCustomAttributes<OutputTypeAttribute>())
            .SelectMany(attribute => attribute.Type)
            .Select(output => output.Type)
            .Where(type => type is not null && (type.Assembly == ImportedModule.Module || type.Assembly == ImportedModule.ApiClient))
            .Distinct();

    private static IEnumerable<Type> Models =>
        ImportedModule.ApiClient.GetExportedTypes().Where(type => type.Namespace == "Authlete.ApiClient.Models" && !type.IsAbstract);

    public static TheoryData<string> Views => [.. s_views.Select(Name)];

    [Fact]
    public void There_are_few_views() => Assert.InRange(s_views.Count, 1, Most);

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_shows_properties_that_exist(string view)
    {
        foreach (var (typeName, item) in ItemsByType(View(view)))
        {
            var type = ImportedModule.FindType(typeName);
            Assert.True(type is not null, typeName + " does not exist.");
            Assert.True(
                PropertyOf(item) is not { } property || HasProperty(type, property),
                typeName + " has no " + PropertyOf(item) + "."
            );
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_shows_no_secret(string view)
    {
        // The table of result codes has a different kind of code.
        Assert.DoesNotContain(
            ItemsByType(View(view))
                .Where(entry => (entry.Type, PropertyOf(entry.Item)) != ("Authlete.ApiClient.Results.ResultCode", "Code")),
            entry => PropertyOf(entry.Item) is { } property && IsSecret(property)
        );
    }

    /// <summary>Names in a view work in Where-Object, which silently ignores a name that isn't a property.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_column_or_list_entry_has_the_name_of_its_property(string view)
    {
        var table = View(view).Descendants("TableColumnHeader").Zip(View(view).Descendants("TableColumnItem"));
        foreach (var (label, item) in table.Concat(View(view).Descendants("ListItem").Select(item => (item, item))))
        {
            // Messages are shown without the values that were sent.
            Assert.Equal(
                PropertyOf(item)?.Replace("DisplayMessage", "ResultMessage", StringComparison.Ordinal),
                label.Element("Label")?.Value
            );
        }
    }

    /// <summary>Texts can contain control characters.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_shows_texts_escaped(string view)
    {
        // A view also applies to derived types.
        var types = TypeNames(View(view))
            .Select(name => ImportedModule.FindType(name)!)
            .SelectMany(type => type.Assembly.GetExportedTypes().Where(type.IsAssignableFrom))
            .ToList();
        foreach (var item in Items(View(view)).Where(item => item.Element("ScriptBlock") is null))
        {
            var shown = types.Select(type => type.GetProperty(PropertyOf(item)!)?.PropertyType).OfType<Type>().ToList();
            Assert.NotEmpty(shown);
            Assert.All(shown, type => Assert.True((Nullable.GetUnderlyingType(type) ?? type).IsValueType, PropertyOf(item)));
        }
    }

    /// <summary>The value that another script computes can't be judged by its name.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_only_scripts_that_escape(string view) =>
        Assert.All(
            View(view)
                .Descendants("ScriptBlock")
                .Where(script => script.Parent!.Name.LocalName != "ItemSelectionCondition")
                .Select(script => script.Value),
            script => Assert.Matches(EscapingScript(), script)
        );

    /// <summary>Values of these types are never empty.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_list_leaves_out_what_has_no_value(string view)
    {
        foreach (var (typeName, item) in ItemsByType(View(view)).Where(entry => entry.Item.Name.LocalName == "ListItem"))
        {
            var property = PropertyOf(item)!;
            var type = ImportedModule.FindType(typeName)!.GetProperty(property)?.PropertyType;
            Assert.Equal(
                type is { IsValueType: true } && Nullable.GetUnderlyingType(type) is null
                    ? null
                    : $"[Authlete.PowerShell.Formatting.DisplayText]::HasValue($_, '{property}')",
                item.Element("ItemSelectionCondition")?.Value
            );
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_a_header_for_every_column(string view) =>
        Assert.Equal(View(view).Descendants("TableColumnItem").Count(), View(view).Descendants("TableColumnHeader").Count());

    /// <summary>With an out-of-band view, Format-List and Format-Table have no effect.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_leaves_the_choice_of_properties_to_the_user(string view) => Assert.Empty(View(view).Elements("OutOfBand"));

    /// <summary>The display of an object among objects of other types.</summary>
    [Fact]
    public void The_default_properties_exist_and_are_no_secrets()
    {
        foreach (var type in Models.Concat(Written).Where(type => type.Name is not ("JsonView" or "ResultCode")))
        {
            var names = DefaultNames(type);
            Assert.NotEmpty(names);
            Assert.All(names.Where(name => name != "(hidden)"), name => Assert.NotNull(type.GetProperty(name)));
            Assert.DoesNotContain(names, IsSecret);
        }
    }

    [Fact]
    public void A_list_entry_shows_the_default_properties()
    {
        foreach (var entry in s_views.Descendants("ListEntry").Where(entry => entry.Element("EntrySelectedBy") is not null))
        {
            var type = ImportedModule.FindType(entry.Element("EntrySelectedBy")!.Value)!;
            Assert.Equal(DefaultNames(type), entry.Descendants("ListItem").Select(PropertyOf));
        }
    }

    [Fact]
    public void A_type_with_a_table_has_a_list_too()
    {
        var lists = s_views.Where(view => view.Element("ListControl") is not null).SelectMany(TypeNames).ToList();
        var tables = s_views.Where(view => view.Element("TableControl") is not null).SelectMany(TypeNames);
        Assert.All(tables, type => Assert.Contains(type, lists));
    }

    /// <summary>For an object without a view, the engine creates a table and forces the next objects into it.</summary>
    [Fact]
    public void Every_type_that_a_cmdlet_writes_has_a_view()
    {
        var viewed = s_views.SelectMany(TypeNames).ToHashSet(StringComparer.Ordinal);
        Assert.All(Written, type => Assert.Contains(WithBases(type), ancestor => viewed.Contains(ancestor.FullName!)));
    }

    [Theory]
    [InlineData("AccessToken", true)]
    [InlineData("RefreshToken", true)]
    [InlineData("IdToken", true)]
    [InlineData("JwtAccessToken", true)]
    [InlineData("AuthorizationCode", true)]
    [InlineData("Code", true)]
    [InlineData("Ticket", true)]
    [InlineData("ClientSecret", true)]
    [InlineData("ApiSecret", true)]
    [InlineData("ResponseContent", true)]
    [InlineData("ResponseParameters", true)]
    [InlineData("Jwks", true)]
    [InlineData("CodeVerifier", true)]
    [InlineData("Password", true)]
    [InlineData("AccessTokenExpiresAt", false)]
    [InlineData("CodeChallengeMethod", false)]
    [InlineData("ResultCode", false)]
    [InlineData("StatusCode", false)]
    public void A_secret_is_known_by_its_name(string property, bool secret) => Assert.Equal(secret, IsSecret(property));

    private static bool IsSecret(string property) => SecretName().IsMatch(property) && property is not ("ResultCode" or "StatusCode");

    [GeneratedRegex("(Token|Secret|Password|Ticket|Code|Jwks|Verifier|Content|ResponseParameters|Assertion)$")]
    private static partial Regex SecretName();

    /// <summary>Whether a type has a property. The view of a base class may show properties of derived types only.</summary>
    private static bool HasProperty(Type type, string property) =>
        type.Assembly.GetExportedTypes().Any(candidate => type.IsAssignableFrom(candidate) && candidate.GetProperty(property) is not null);

    private static IEnumerable<Type> WithBases(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static string[] DefaultNames(Type type) =>
        (string[])
            ImportedModule
                .Module.GetType("Authlete.PowerShell.Formatting.DefaultNames", throwOnError: true)!
                .GetMethod("Of", [typeof(Type)])!
                .Invoke(null, [type])!;

    private static string Name(XElement view) => view.Element("Name")!.Value;

    private static XElement View(string name) => s_views.Single(view => Name(view) == name);

    private static IEnumerable<string> TypeNames(XElement view) =>
        view.Element("ViewSelectedBy")!.Elements("TypeName").Select(type => type.Value);

    private static IEnumerable<XElement> Items(XElement view) =>
        view.Descendants().Where(element => element.Name.LocalName is "TableColumnItem" or "ListItem" or "WideItem");

    /// <summary>Returns the items with their types: the type of the entry, or else the first type of the view.</summary>
    private static IEnumerable<(string Type, XElement Item)> ItemsByType(XElement view) =>
        Items(view)
            .Select(item =>
                (
                    item.Ancestors("ListEntry").FirstOrDefault()?.Element("EntrySelectedBy")?.Element("TypeName")?.Value
                        ?? TypeNames(view).First(),
                    item
                )
            );

    /// <summary>Returns the property that an item shows by name or with an escaping script; null for a summary.</summary>
    private static string? PropertyOf(XElement item) =>
        item.Element("PropertyName")?.Value
        ?? (EscapingScript().Match(item.Element("ScriptBlock")!.Value).Groups["property"] is { Success: true } found ? found.Value : null);

    [GeneratedRegex(
        @"^(,\[Authlete\.PowerShell\.Formatting\.DisplayText\]::Show\(\$_\.(?<property>\w+)\)|\[Authlete\.PowerShell\.Formatting\.DisplayText\]::ShowTime\(\$_\.(?<property>\w+)\)|\[Authlete\.PowerShell\.Formatting\.DisplayText\]::(ShowResult|ShowAction|Summarize)\(\$_\)|,\[Authlete\.PowerShell\.Formatting\.DisplayText\]::ShowMembers\(\$_\))$"
    )]
    private static partial Regex EscapingScript();
}
