using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using System.Net;
using CsCheck;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Any content of a vault is a credential or an error of the module, and the error shows no part of it.</summary>
public sealed class VaultEntryPropertyTests : IDisposable
{
    private static readonly string[] s_errors =
    [
        "SecretOfWrongShape",
        "HalfCredential",
        "MalformedCredential",
        "TokenAsApiKey",
        "InvalidBaseUri",
        "UnencryptedAuthentication",
        "NoKeysInSource",
        "SecretNotFound",
        "BaseUriConflict",
    ];

    private static readonly Gen<string> s_secret = Gen.String[Gen.Char.AlphaNumeric, 16, 50];

    // A text with the secret, complete or with characters that a credential can't have.
    private static readonly Gen<Func<string, object?>> s_value = Gen.OneOf<Func<string, object?>>(
        secret => secret,
        secret => secret,
        secret => "21653835348762",
        secret => new NetworkCredential("", secret).SecurePassword,
        secret => new PSObject(secret),
        secret => secret + "\r\n",
        secret => ":" + secret + ":",
        secret => " \"" + secret + "\"",
        secret => "Bearer " + secret,
        secret => "https://user:" + secret + "@api.example.com/api?" + secret,
        secret => "https://api.example.com/" + secret + "/../..",
        secret => "",
        secret => null,
        secret => 21653835348762,
        secret => 1.5,
        secret => true,
        secret => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        secret => Guid.Empty,
        secret => new Hashtable { ["x"] = secret },
        secret => new object[] { secret, secret },
        secret => new PSObject(new object[] { secret }),
        secret => Custom(secret),
        secret => ScriptBlock.Create("'" + secret + "'"),
        secret => EngineSession.Credential("1", secret),
        secret => System.Text.Encoding.UTF8.GetBytes(secret)
    );

    private static readonly Gen<string> s_name = Gen.OneOf(
        "ApiKey",
        "ApiSecret",
        "apikey",
        "APISECRET",
        "ServiceOwnerApiKey",
        "ServiceOwnerApiSecret",
        "BaseUri",
        "Other"
    );

    private static readonly Gen<Func<string, object?>> s_entry = Gen.Frequency(
        (3, s_value),
        (
            1,
            s_value.Select<Func<string, object?>, Func<string, object?>>(value =>
                secret => EngineSession.Credential("21653835348762", value(secret) as string ?? "")
            )
        ),
        (1, Gen.Const<Func<string, object?>>(secret => EngineSession.Credential(secret, secret))),
        (
            6,
            Gen.Select(s_name, s_value, KeyValuePair.Create)
                .Array[0, 6]
                .Select<KeyValuePair<string, Func<string, object?>>[], Func<string, object?>>(members => secret => Members(members, secret))
        )
    );

    private readonly EngineSession _session = new();

    public VaultEntryPropertyTests() =>
        _session.Run(
            """
            New-Module -Name Microsoft.PowerShell.SecretManagement {
                function Get-Secret { [CmdletBinding()] param([string] $Name) , $global:entry }
                Export-ModuleMember -Function Get-Secret
            } | Import-Module
            """
        );

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("-SecretName")]
    [InlineData("-ServiceOwnerSecretName")]
    public void Any_entry_is_a_credential_or_an_error_that_shows_no_part_of_it(string parameter)
    {
        Gen.Select(s_entry, s_secret)
            .Sample(
                (entry, secret) =>
                {
                    _session.Set("global:entry", entry(secret));

                    var result = _session.TryRun("Disconnect-Authlete; Connect-Authlete " + parameter + " entry -SkipTest -PassThru");

                    if (result.Errors.Count == 0)
                    {
                        Assert.Single(result.Output);
                        return;
                    }

                    var error = Assert.Single(result.Errors);
                    Assert.Contains(error.Id(), s_errors);
                    AssertHidden(
                        secret,
                        error.ToString() + error.Exception + error.TargetObject + error.ErrorDetails + error.FullyQualifiedErrorId
                    );
                },
                iter: 300,
                threads: 1,
                print: sample => Describe(sample.Item1(sample.Item2))
            );
    }

    [Fact]
    public void A_credential_is_read_unchanged_from_each_form_of_entry()
    {
        var shapes = Gen.OneOf<Func<string, object>>(
            secret => EngineSession.Credential("21653835348762", secret),
            secret => "21653835348762:" + secret,
            secret => new NetworkCredential("", "21653835348762:" + secret).SecurePassword,
            secret => new Hashtable { ["ApiKey"] = 21653835348762, ["ApiSecret"] = secret },
            secret => new OrderedDictionary { ["apisecret"] = new PSObject(secret), ["APIKEY"] = "21653835348762" },
            secret => new Dictionary<string, object>
            {
                ["ApiKey"] = "21653835348762",
                ["ApiSecret"] = new NetworkCredential("", secret).SecurePassword,
            }
        );
        var secrets = Gen.OneOf(
            s_secret,
            Gen.String[Gen.Char[' ', '~'], 1, 40],
            Gen.String["aé漢😀:"].Where(text => text.Length > 0 && !text.EndsWith('\ud83d'))
        );
        Gen.Select(shapes, secrets)
            .Where(sample => sample.Item2.Trim('\'', '"', '`', ' ') == sample.Item2)
            .Sample(
                (shape, secret) =>
                {
                    _session.Set("global:entry", shape(secret));

                    var connection = _session.RunSingle("Connect-Authlete -SecretName entry -SkipTest -PassThru");

                    Assert.Equal("21653835348762", connection.Value("ApiKey"));
                },
                iter: 100,
                threads: 1
            );
    }

    private static void AssertHidden(string secret, string shown)
    {
        for (var start = 0; start + 8 <= secret.Length; start++)
        {
            Assert.DoesNotContain(secret.Substring(start, 8), shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static OrderedDictionary Members(IEnumerable<KeyValuePair<string, Func<string, object?>>> members, string secret)
    {
        var table = new OrderedDictionary();
        foreach (var (name, value) in members)
        {
            table[name] = value(secret);
        }

        return table;
    }

    private static PSObject Custom(string secret)
    {
        var custom = new PSObject();
        custom.Properties.Add(new PSNoteProperty("ApiSecret", secret));
        return custom;
    }

    private static string Describe(object? value) =>
        value is IDictionary members
            ? string.Join("; ", members.Cast<DictionaryEntry>().Select(member => member.Key + " = " + Describe(member.Value)))
            : value?.GetType().Name + " " + value;
}
