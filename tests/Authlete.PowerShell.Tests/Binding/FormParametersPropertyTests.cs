using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using CsCheck;
using Xunit;

namespace Authlete.PowerShell.Tests.Binding;

/// <summary>Another decoder reads from -Parameters what was typed: encoded exactly once, in order, with duplicates.</summary>
public sealed class FormParametersPropertyTests
{
    private static readonly ArgumentTransformationAttribute s_attribute = (ArgumentTransformationAttribute)
        Activator.CreateInstance(ImportedModule.FindType("Authlete.PowerShell.Binding.FormParametersAttribute")!)!;

    private static readonly Gen<string> s_text = Gen.OneOf(Gen.String, Gen.String[" +%&=?#;/\"<>é漢\0\n"])
        .Where(text => !text.Any(char.IsSurrogate));

    private static readonly Gen<string> s_name = Gen.OneOf(Gen.OneOf("scope", "state", "a b", "é"), s_text);

    [Fact]
    public void The_values_of_a_dictionary_are_encoded_once_in_their_order()
    {
        Gen.Select(s_name, s_text, KeyValuePair.Create)
            .Array[0, 6]
            .Select(pairs => pairs.DistinctBy(pair => pair.Key).ToArray())
            .Sample(
                pairs =>
                {
                    var dictionary = new OrderedDictionary();
                    foreach (var (name, value) in pairs)
                    {
                        dictionary[name] = value;
                    }

                    // A dictionary with exactly these two names is read as one entry.
                    if (pairs.Select(pair => pair.Key.ToUpperInvariant()).Intersect(["KEY", "VALUE"]).Count() < 2)
                    {
                        Assert.Equal(pairs, Decode(Encode(dictionary)));
                    }
                },
                iter: 1000
            );
    }

    [Fact]
    public void Entries_keep_their_order_and_repeats()
    {
        Gen.Select(Gen.OneOf(Gen.OneOf("a", "b"), s_name), s_text, KeyValuePair.Create)
            .Array[1, 6]
            .Sample(
                pairs =>
                    Assert.Equal(
                        pairs,
                        Decode(
                            Encode(
                                pairs.Select(pair => new Hashtable { ["Key"] = pair.Key, ["value"] = new PSObject(pair.Value) }).ToArray()
                            )
                        )
                    ),
                iter: 1000
            );
    }

    [Fact]
    public void The_items_of_a_list_repeat_the_name()
    {
        Gen.Select(s_name, s_text.Array[0, 4])
            .Sample(
                (name, values) =>
                    Assert.Equal(
                        values.Select(value => KeyValuePair.Create(name, value)),
                        Decode(Encode(new Hashtable { [name] = values }))
                    ),
                iter: 500
            );
    }

    [Fact]
    public void A_text_that_is_encoded_stays_as_it_is()
    {
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8], s_text, KeyValuePair.Create)
            .Array[1, 5]
            .Select(pairs => string.Join('&', pairs.Select(pair => pair.Key + "=" + WebUtility.UrlEncode(pair.Value))))
            .Sample(encoded => Assert.Equal(encoded, Encode(encoded)), iter: 1000);
    }

    [Fact]
    public void Any_text_is_encoded_so_that_encoding_it_again_changes_nothing()
    {
        // Half a surrogate pair is rejected earlier.
        Gen.OneOf(s_text, Gen.String["a%20+&=?# é"], Gen.OneOf("😀", "a😀b", "%F0%9F%98%80"))
            .Sample(
                text =>
                {
                    var encoded = Encode(text)!;

                    Assert.Equal(encoded, Encode(encoded));
                    Assert.DoesNotContain(encoded, character => character is <= ' ' or >= '\u007f');
                },
                iter: 2000
            );
    }

    /// <summary>Returns the encoded text, which only the module can read.</summary>
    private static string? Encode(object value) =>
        s_attribute.Transform(null, value) is { } encoded
            ? (string)encoded.GetType().GetMethod("Reveal", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(encoded, null)!
            : null;

    private static IEnumerable<KeyValuePair<string, string>> Decode(string? encoded) =>
        encoded!
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('='))
            .Select(part => KeyValuePair.Create(WebUtility.UrlDecode(part[0]), WebUtility.UrlDecode(part[1])));
}
