using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>The redirect URI, and the way in which an authorization response is sent to it.</summary>
internal sealed record Redirection(ClientRecord Client, string RedirectUri, ResponseMode Mode, string? State)
{
    private const long DefaultJwtDuration = 600;

    /// <summary>Completes a response with the action LOCATION or FORM and the content for the browser.</summary>
    public Reply Reply(ApiCall call, string code, string text, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var all = Complete(call, [.. parameters]);
        return Mode.Place == ResponsePlace.FormPost
            ? call.Reply(code, text, ApiActions.Form).With("responseContent", Form(all))
            : call.Reply(code, text, ApiActions.Location).With("responseContent", Location(all));
    }

    /// <summary>The response for an error that is sent to the redirect URI.</summary>
    public Reply Reply(ApiCall call, string code, string error, string text)
    {
        var members = OAuthErrors.Members(Client.Service, code, error, text);
        string[] order = ["error", "error_description", "error_uri"];
        return Reply(call, code, text, order.Select(name => KeyValuePair.Create(name, (string?)members[name])));
    }

    private List<KeyValuePair<string, string>> Complete(ApiCall call, List<KeyValuePair<string, string?>> parameters)
    {
        var service = Client.Service.Document;
        parameters.Add(KeyValuePair.Create("state", State));
        if (!service.Flag("issSuppressed"))
        {
            parameters.Add(KeyValuePair.Create("iss", service.Text("issuer")));
        }

        var present = parameters
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value!))
            .ToList();
        return Mode.Jwt ? [KeyValuePair.Create("response", Jwt(call, present))] : present;
    }

    private string Jwt(ApiCall call, List<KeyValuePair<string, string>> parameters)
    {
        var duration = Client.Service.Document.Number("authorizationResponseDuration");
        var payload = new JsonObject
        {
            ["iss"] = Client.Service.Issuer,
            ["aud"] = Client.Id.ToString(CultureInfo.InvariantCulture),
            ["exp"] = (call.Now / 1000) + (duration > 0 ? duration : DefaultJwtDuration),
        };
        foreach (var (name, value) in parameters)
        {
            payload[name] = value;
        }

        var keyId = Client.Service.Document.Text("authorizationSignatureKeyId");
        return Jose.Sign(Client, Client.Document.Text("authorizationSignAlg")!, keyId, payload);
    }

    private string Location(List<KeyValuePair<string, string>> parameters)
    {
        var encoded = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        if (Mode.Place == ResponsePlace.Fragment)
        {
            return $"{RedirectUri}#{encoded}";
        }

        return RedirectUri + (RedirectUri.Contains('?', StringComparison.Ordinal) ? "&" : "?") + encoded;
    }

    private string Form(List<KeyValuePair<string, string>> parameters)
    {
        var inputs = string.Concat(
            parameters.Select(parameter =>
                $"""<input type="hidden" name="{parameter.Key}" value="{WebUtility.HtmlEncode(parameter.Value)}"/>"""
            )
        );
        return $"""
            <html><head><title>Back to the client</title></head><body onload="javascript:document.forms[0].submit()">
            <form method="post" action="{WebUtility.HtmlEncode(RedirectUri)}">{inputs}</form></body></html>
            """;
    }
}
