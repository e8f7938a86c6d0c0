using System;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

public sealed class ParseErrorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("s3cret")]
    [InlineData("{\"a\":s3cret}")]
    [InlineData("{\"a\":\"s3cret}")]
    [InlineData("{\"a\":\"s3cret\\x\"}")]
    [InlineData("{\"a\":1} s3cret")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{'a':1}")]
    [InlineData("// comment\n{}")]
    public void A_text_that_is_not_JSON_is_a_format_error_that_does_not_quote_it(string json)
    {
        var e = Assert.Throws<FormatException>(() => JsonView.Parse(json));

        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        Assert.Null(e.InnerException);
    }

    [Fact]
    public void The_message_holds_the_position_counted_from_line_one()
    {
        var e = Assert.Throws<FormatException>(() => JsonView.Parse("{\n  \"a\": x\n}"));

        Assert.Contains("line 2, byte 7", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"s3cret\"")]
    [InlineData("null")]
    [InlineData("12")]
    public void A_value_that_is_no_object_is_a_format_error_for_a_view_with_properties(string json)
    {
        var e = Assert.Throws<FormatException>(() => JsonView.Parse<Client>(json));

        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_nested_deeper_than_any_configuration_is_a_format_error()
    {
        Assert.Throws<FormatException>(() => JsonView.Parse(new string('[', 257) + new string(']', 257)));
    }

    [Fact]
    public void A_text_as_deep_as_can_be_read_can_be_changed_and_written()
    {
        var json = string.Concat(System.Linq.Enumerable.Repeat("{\"a\":", 255)) + "1" + new string('}', 255);
        var view = JsonView.Parse(json);
        view.SetMember("b", 1);

        Assert.Equal(json[..^1] + ",\"b\":1}", view.ToJson());
    }

    [Fact]
    public void No_text_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>("json", () => JsonView.Parse(null!));
    }
}
