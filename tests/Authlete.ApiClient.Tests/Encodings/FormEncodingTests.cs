using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Encodings;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Encodings;

public sealed class FormEncodingTests
{
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
        var text = Gen.String.Where(value => !value.Any(char.IsSurrogate));
        Gen.Select(text, text, KeyValuePair.Create)
            .Array.Sample(pairs =>
                Assert.Equal(
                    pairs.Where(pair => pair.Key.Length + pair.Value.Length > 0),
                    FormEncoding.Parse(FormEncoding.Build(pairs)).Where(pair => pair.Key.Length + pair.Value.Length > 0)
                )
            );
    }
}
