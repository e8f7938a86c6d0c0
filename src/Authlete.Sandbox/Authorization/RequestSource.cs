using System;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>The source of the parameters of an authorization request: the request, a request object in it, or a pushed request.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="RequestObjectPayload">The payload of the request object, if there is one.</param>
internal sealed record RequestSource(FormParameters Parameters, string? RequestObjectPayload)
{
    public const string PushedPrefix = "urn:ietf:params:oauth:request_uri:";

    public static bool IsIndirect(FormParameters parameters) =>
        parameters.First("request") is not null || parameters.First("request_uri") is not null;

    /// <summary>The effective parameters. A pushed request is removed because it can be used only once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="client">The client of the request.</param>
    /// <param name="parameters">The received parameters.</param>
    /// <param name="pushing">Whether the request is being pushed, rather than sent through the browser.</param>
    public static RequestSource Settle(ApiCall call, ClientRecord client, FormParameters parameters, bool pushing)
    {
        if (parameters.IsRepeated("request"))
        {
            throw Invalid("A008301", "request is given more than once.");
        }

        if (parameters.IsRepeated("request_uri"))
        {
            throw Invalid("A008302", "request_uri is given more than once.");
        }

        var requestObject = parameters.First("request");
        if (parameters.First("request_uri") is { } uri)
        {
            if (pushing)
            {
                throw Invalid("A248301", "request_uri is not allowed when a request is pushed.");
            }

            if (requestObject is not null)
            {
                throw Invalid("A008304", "request and request_uri exclude each other.");
            }

            return uri.StartsWith(PushedPrefix, StringComparison.Ordinal) ? TakePushed(call, client, uri) : throw NotPushed(client, uri);
        }

        if (!pushing)
        {
            CheckPushed(client);
        }

        if (requestObject is not null)
        {
            return ReadObject(call, client, parameters, pushing);
        }

        if (client.Document.Flag("requestObjectRequired"))
        {
            throw Invalid("A008309", "The client must use a request object.");
        }

        if (client.Service.Document.Flag("requestObjectRequired"))
        {
            throw Invalid("A008310", "The service demands request objects.");
        }

        return new RequestSource(parameters, null);
    }

    private static RequestSource ReadObject(ApiCall call, ClientRecord client, FormParameters parameters, bool pushing)
    {
        const string Flag = "frontChannelRequestObjectEncryptionRequired";
        var source = RequestObject.Read(call, client, parameters);
        if (!pushing && (client.Document.Flag(Flag) || client.Service.Document.Flag(Flag)))
        {
            throw new ProtocolException(
                "A006334",
                OAuthErrors.InvalidRequestObject,
                "The request object came through the browser without being encrypted."
            );
        }

        return source;
    }

    private static RequestSource TakePushed(ApiCall call, ClientRecord client, string uri)
    {
        var store = call.Installation.PushedRequests;
        var key = uri[PushedPrefix.Length..];
        if (store.Find(key) is not { } pushed || pushed.Client != client)
        {
            throw Unusable("A008303", "The request_uri is unknown or has been used.");
        }

        if (!store.TryTake(key))
        {
            throw Unusable("A008303", "The request_uri is unknown or has been used.");
        }

        return pushed.ExpiresAt > call.Now ? pushed.Source : throw Unusable("A006325", "The request_uri has expired.");
    }

    /// <summary>Request objects on other hosts aren't fetched.</summary>
    private static ProtocolException NotPushed(ClientRecord client, string uri)
    {
        if (client.Document.Flag("parRequired"))
        {
            return Invalid("A008307", "The client must use a pushed authorization request.");
        }

        if (client.Service.Document.Flag("parRequired"))
        {
            return Invalid("A008308", "The service demands pushed authorization requests.");
        }

        return client.Document.Lists("requestUris", uri)
            ? Unusable("A005382", "The request object behind request_uri could not be fetched.")
            : Unusable("A005384", "The request_uri is not among those that the client has registered.");
    }

    private static void CheckPushed(ClientRecord client)
    {
        if (client.Document.Flag("parRequired"))
        {
            throw Invalid("A008305", "The client must use a pushed authorization request.");
        }

        if (client.Service.Document.Flag("parRequired"))
        {
            throw Invalid("A008306", "The service demands pushed authorization requests.");
        }
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    private static ProtocolException Unusable(string code, string text) => new(code, OAuthErrors.InvalidRequestUri, text);
}
