using System.Linq;
using Authlete.ApiClient.Encodings;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Encodings;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("\u001b[2J", @"\u001b[2J")]
    [InlineData("\u001b]8;;http://evil.example\u0007click", @"\u001b]8;;http://evil.example\u0007click")]
    [InlineData("\u009b31m", @"\u009b31m")]
    [InlineData("a\r\nb\tc", @"a\r\nb\tc")]
    [InlineData("a\u0008b\u007f\0", @"a\u0008b\u007f\u0000")]
    [InlineData("\u202egpj.exe\u2069", @"\u202egpj.exe\u2069")]
    [InlineData("\u200e\u200f\u061c\u200b\ufeff", @"\u200e\u200f\u061c\u200b\ufeff")]
    [InlineData("a\u2028b\u2029c\u0085d", @"a\u2028b\u2029c\u0085d")]
    [InlineData("a\U000E0041b", @"a\udb40\udc41b")]
    [InlineData("so\u00adft", @"so\u00adft")]
    public void Escapes_what_a_terminal_acts_on_and_what_hides_or_reorders_text(string text, string escaped)
    {
        Assert.Equal(escaped, PrintableText.Escape(text));
    }

    [Theory]
    [InlineData(0xD800, @"\ud800")]
    [InlineData(0xDFFF, @"\udfff")]
    public void Escapes_half_a_surrogate_pair(int half, string escaped)
    {
        Assert.Equal("a" + escaped + "b", PrintableText.Escape("a" + (char)half + "b"));
        Assert.Equal(escaped, PrintableText.Escape(((char)half).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[A004001] The authorization request is valid.")]
    [InlineData("Grüße, 日本語, العربية, עברית, ไทย")]
    [InlineData("👩‍💻 می‌خواهم")]
    [InlineData(@"C:\new\u001b")]
    public void Returns_the_same_string_where_nothing_is_to_escape(string text)
    {
        Assert.Same(text, PrintableText.Escape(text));
    }

    [Fact]
    public void No_control_or_format_character_is_left_in_any_text()
    {
        Gen.Char.Array.Select(characters => new string(characters))
            .Sample(text =>
                PrintableText
                    .Escape(text)
                    .All(character => !char.IsControl(character) && character is not ((>= '\u2028' and <= '\u202e') or '\ufeff'))
            );
    }

    [Fact]
    public void Cuts_a_long_text_between_characters()
    {
        Assert.Equal("abc", PrintableText.Escape("abc", 3));
        Assert.Equal("ab…", PrintableText.Escape("abcd", 3));
        Assert.Equal("a…", PrintableText.Escape("a😀bc", 3));
        Assert.True(PrintableText.Escape(new string('\0', 100), 50).Length <= 50);
    }
}
