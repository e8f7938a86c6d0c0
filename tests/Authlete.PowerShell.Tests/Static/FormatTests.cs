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

/// <summary>What is shown of an object when nothing else is asked for.</summary>
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
        foreach (var typeName in TypeNames(View(view)))
        {
            var type = ImportedModule.FindType(typeName);
            Assert.True(type is not null, typeName + " does not exist.");
            foreach (var property in Properties(View(view)))
            {
                Assert.True(HasProperty(type, property), typeName + " has no " + property + ".");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_shows_no_secret(string view)
    {
        // The table of result codes has codes of another kind.
        var harmless = TypeNames(View(view)).SequenceEqual(["Authlete.ApiClient.Results.ResultCode"]) ? "Code" : null;
        Assert.DoesNotContain(Properties(View(view)), property => property != harmless && IsSecret(property));
    }

    /// <summary>What a script computes can't be judged by its name.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_no_script(string view) => Assert.Empty(View(view).Descendants("ScriptBlock"));

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_has_a_header_for_every_column(string view) =>
        Assert.Equal(View(view).Descendants("TableColumnItem").Count(), View(view).Descendants("TableColumnHeader").Count());

    /// <summary>An out-of-band view leaves Format-List and Format-Table no say in what to show.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_leaves_the_choice_of_properties_to_the_user(string view) => Assert.Empty(View(view).Elements("OutOfBand"));

    /// <summary>What Format-List, and a display among objects of other types, show.</summary>
    [Fact]
    public void The_default_properties_exist_and_are_no_secrets()
    {
        foreach (var type in Models)
        {
            var names = DefaultNames(type);
            Assert.All(names, name => Assert.NotNull(type.GetProperty(name)));
            Assert.DoesNotContain(names, IsSecret);
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_list_view_shows_the_default_properties(string view)
    {
        foreach (
            var type in TypeNames(View(view))
                .Select(name => ImportedModule.FindType(name)!)
                .Where(type =>
                    View(view).Element("ListControl") is not null && type.Name is not ("AuthleteConnection" or "IntrospectionResponse")
                )
        )
        {
            var shown = View(view).Descendants("ListItem").Select(item => item.Element("PropertyName")!.Value);
            Assert.Equal(shown, type.IsAbstract || type.Name == "ApiResponse" ? Field<string[]>("s_responseNames") : DefaultNames(type));
        }
    }

    /// <summary>A table view alone leaves Format-List with all properties. (An introspection's content is a value for WWW-Authenticate; a connection has no secret.)</summary>
    [Fact]
    public void Every_type_with_secrets_that_a_cmdlet_writes_has_default_properties()
    {
        foreach (
            var type in Written.Where(type =>
                type.GetProperties().Any(property => IsSecret(property.Name))
                && type.Name is not ("ResultCode" or "AuthleteConnection" or "IntrospectionResponse")
            )
        )
        {
            Assert.True(DefaultNames(type).Length > 0, type.Name);
        }
    }

    /// <summary>A type without a view is shown with all its properties.</summary>
    [Fact]
    public void Every_type_that_a_cmdlet_writes_has_a_view_or_no_secret()
    {
        var viewed = s_views.SelectMany(TypeNames).ToHashSet(StringComparer.Ordinal);
        foreach (var type in Written.Where(type => !WithBases(type).Any(ancestor => viewed.Contains(ancestor.FullName!))))
        {
            Assert.DoesNotContain(type.GetProperties().Select(property => property.Name), IsSecret);
        }
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

    /// <summary>The view of a base class may show what only derived types have.</summary>
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
        (string[])DefaultPropertiesType.GetMethod("FindNames", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [type])!;

    private static T Field<T>(string name) =>
        (T)DefaultPropertiesType.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    private static Type DefaultPropertiesType =>
        ImportedModule.Module.GetType("Authlete.PowerShell.Formatting.DefaultProperties", throwOnError: true)!;

    private static string Name(XElement view) => view.Element("Name")!.Value;

    private static XElement View(string name) => s_views.Single(view => Name(view) == name);

    private static IEnumerable<string> TypeNames(XElement view) =>
        view.Element("ViewSelectedBy")!.Elements("TypeName").Select(type => type.Value);

    private static IEnumerable<string> Properties(XElement view) => view.Descendants("PropertyName").Select(property => property.Value);
}
