using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Authlete.ApiClient.Encodings;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Encodings;

public sealed class FormEncodingTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(Gen.String, Gen.String[" +%&=?#;/é漢\0\n"])
        .Where(value => !value.Any(char.IsSurrogate));

    [Theory]
    [InlineData("a b", "a+b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a&b=c", "a%26b%3Dc")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("openid profile", "openid+profile")]
    [InlineData("", "")]
    public void Encodes_as_RFC_6749_appendix_B_says(string text, string encoded)
    {
        Assert.Equal(encoded, FormEncoding.Encode(text));
        Assert.Equal(text, FormEncoding.Decode(encoded));
    }

    [Fact]
    public void Decodes_both_ways_of_writing_a_space()
    {
        Assert.Equal("a b c", FormEncoding.Decode("a+b%20c"));
    }

    [Theory]
    [InlineData("100%")]
    [InlineData("%zz")]
    public void Leaves_a_percent_sign_that_means_nothing(string text)
    {
        Assert.Equal(text, FormEncoding.Decode(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&&")]
    public void Finds_nothing_in_nothing(string encoded)
    {
        Assert.Empty(FormEncoding.Parse(encoded));
    }

    [Fact]
    public void Finds_names_without_value_values_with_equals_signs_and_repeated_names()
    {
        Assert.Equal(
            [new("a", ""), new("b", ""), new("c", "d=e"), new("c", "f g"), new("", "h")],
            FormEncoding.Parse("a&b=&c=d=e&c=f+g&=h")
        );
    }

    [Fact]
    public void Builds_what_it_parses()
    {
        Gen.Select(s_text, s_text, KeyValuePair.Create)
            .Array.Sample(pairs =>
                Assert.Equal(
                    pairs.Where(pair => pair.Key.Length + pair.Value.Length > 0),
                    FormEncoding.Parse(FormEncoding.Build(pairs)).Where(pair => pair.Key.Length + pair.Value.Length > 0)
                )
            );
    }

    [Fact]
    public void Another_decoder_reads_the_encoded_pairs_in_order_with_duplicates()
    {
        // Few names, so that some repeat.
        Gen.Select(Gen.OneOf(Gen.OneOf("a", "b", "scope"), s_text), s_text, KeyValuePair.Create)
            .Array[0, 6]
            .Sample(
                pairs =>
                {
                    var encoded = FormEncoding.Build(pairs);

                    Assert.Matches("^[A-Za-z0-9%+=&._~-]*$", encoded);
                    Assert.Equal(
                        pairs,
                        encoded
                            .Split('&', StringSplitOptions.RemoveEmptyEntries)
                            .Select(part => part.Split('='))
                            .Select(part => KeyValuePair.Create(WebUtility.UrlDecode(part[0]), WebUtility.UrlDecode(part[1])))
                    );
                },
                iter: 1000
            );
    }

    [Fact]
    public void Any_text_is_parsed_and_means_the_same_when_it_is_built_again()
    {
        Gen.OneOf(Gen.String, Gen.String["a%20+&=;é"])
            .Sample(
                text =>
                {
                    var pairs = FormEncoding.Parse(text).ToList();

                    Assert.Equal(pairs, FormEncoding.Parse(FormEncoding.Build(pairs)));
                },
                iter: 1000
            );
    }
}
