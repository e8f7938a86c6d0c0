using System.Linq;

namespace Authlete.Sandbox.Protocol;

internal static class Ascii
{
    /// <summary>Whether all characters are printable ASCII.</summary>
    public static bool IsValid(string text) => text.All(character => character is >= ' ' and <= '~');
}
