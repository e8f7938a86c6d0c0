using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>The parameters of an authorization request for the interaction with the user.</summary>
internal sealed class InteractionReader(ServiceRecord service, FormParameters parameters)
{
    public string ReadDisplay()
    {
        var text = parameters.Once("display", "A015302").First("display");
        var display = (text ?? "page").ToUpperInvariant();
        if (!ApiFacts.Current.Enum("Display")!.Contains(display) || text != text?.ToLowerInvariant())
        {
            throw Invalid("A015303", "The value of display is unknown.");
        }

        if (service.Document.Lists("supportedDisplays", display))
        {
            return display;
        }

        throw text is null
            ? Invalid("A015304", "display is missing, and the service does not support page.")
            : Invalid("A015305", "The service does not support the display.");
    }

    public List<string> ReadPrompts()
    {
        var words = parameters.Once("prompt", "A016302").Words("prompt");
        if (words.Except(["none", "login", "consent", "select_account"]).Any())
        {
            throw Invalid("A016303", "prompt has an unknown value.");
        }

        if (words.Count > 1 && words.Contains("none"))
        {
            throw Invalid("A016304", "prompt must not mix none with other values.");
        }

        return [.. words.Select(word => word.ToUpperInvariant())];
    }

    public int ReadMaxAge(ClientRecord client)
    {
        if (parameters.Once("max_age", "A017302").First("max_age") is not { } text)
        {
            return (int)client.Document.Number("defaultMaxAge");
        }

        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw Invalid("A017303", "max_age is not a number.");
        }

        if (value != decimal.Truncate(value))
        {
            throw Invalid("A017304", "max_age has a fraction.");
        }

        return value is >= 0 and <= int.MaxValue ? (int)value : throw Invalid("A017305", "max_age is out of range.");
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
