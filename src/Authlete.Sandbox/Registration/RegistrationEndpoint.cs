using System;
using System.Globalization;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Clients;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Registration;

/// <summary>/client/registration (RFC 7591) and its get, update and delete (RFC 7592).</summary>
internal static class RegistrationEndpoint
{
    public static ApiAnswer Register(ApiCall call) =>
        Answer(
            call,
            () =>
            {
                var (metadata, fields) = ReadMetadata(call);
                var token = Secrets.NewToken();
                var client = call.Installation.AddClient(call.Service, (number, id) => Complete(call, metadata, fields, number, id), token);
                return Describe(call, "A202001", $"The client was created with the ID {client.Id}.", "CREATED", client, token);
            }
        );

    public static ApiAnswer Get(ApiCall call) =>
        Answer(
            call,
            () =>
            {
                var (client, token) = FindClient(call);
                return Describe(call, "A217001", "The metadata of the client was read.", ApiActions.Ok, client, token);
            }
        );

    public static ApiAnswer Update(ApiCall call) =>
        Answer(
            call,
            () =>
            {
                var (client, token) = FindClient(call);
                var (metadata, fields) = ReadMetadata(call);
                CheckIdentity(metadata, client);
                client.Change(current => Replaced(call, metadata, fields, current));
                return Describe(call, "A213001", "The client was updated.", "UPDATED", client, token);
            }
        );

    public static ApiAnswer Delete(ApiCall call) =>
        Answer(
            call,
            () =>
            {
                var (client, _) = FindClient(call);
                if (!call.Installation.TryDelete(client))
                {
                    throw Unauthorized(call, "A215302", "No client has this ID.");
                }

                return call.Reply("A216001", "The client was deleted.", "DELETED").With("client", client.Document.ToObject());
            }
        );

    private static Reply Answer(ApiCall call, Func<Reply> answer)
    {
        try
        {
            return call.Service.Document.Flag("dynamicRegistrationSupported")
                ? answer()
                : throw new ProtocolException(
                    "A206201",
                    OAuthErrors.InvalidRequest,
                    "The service does not support dynamic client registration."
                );
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static (JsonObject Metadata, JsonObject Fields) ReadMetadata(ApiCall call)
    {
        var json = call.Text("json");
        if (string.IsNullOrEmpty(json))
        {
            throw Invalid("A203302", "The client metadata is empty.");
        }

        if (!Json.TryParseObject(json, out var metadata))
        {
            throw Invalid("A203303", "The client metadata is not a JSON object.");
        }

        if (metadata["software_statement"] is not null)
        {
            throw new ProtocolException(
                "A205305",
                RegistrationErrors.UnapprovedSoftwareStatement,
                "The service accepts no software statement."
            );
        }

        var fields = ClientMetadata.ToFields(call.Service, metadata);
        MetadataRules.Check(call, metadata, fields);
        return (metadata, fields);
    }

    private static JsonObject Complete(ApiCall call, JsonObject metadata, JsonObject fields, int number, long id)
    {
        var json = ClientDefaults.Complete(fields, call.Service, number, id, call.Now);
        json["dynamicallyRegistered"] = true;
        LimitScopes(call.Service, metadata, json);
        return json;
    }

    /// <summary>Replaces the metadata as a whole. Settings that aren't metadata stay.</summary>
    private static JsonObject Replaced(ApiCall call, JsonObject metadata, JsonObject fields, JsonObject current)
    {
        var sent = (JsonObject)current.DeepClone();
        foreach (var member in MetadataMember.All)
        {
            sent.Remove(member.Field);
            if (member.LocalizedField is { } localized)
            {
                sent.Remove(localized);
            }
        }

        sent.Remove("customMetadata");
        foreach (var (name, value) in fields)
        {
            sent[name] = value?.DeepClone();
        }

        var json = ClientDefaults.Replace(sent, current, call.Service, call.Now);
        LimitScopes(call.Service, metadata, json);
        return json;
    }

    /// <summary>If the service is set up so, <c>scope</c> becomes the requestable scopes of the client; otherwise it is ignored.</summary>
    private static void LimitScopes(ServiceRecord service, JsonObject metadata, JsonObject client)
    {
        if (!service.Document.Flag("dcrScopeUsedAsRequestable") || metadata["scope"] is not JsonValue scope)
        {
            return;
        }

        var names = service.Known(scope.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var extension = (JsonObject)client["extension"]!;
        extension["requestableScopesEnabled"] = true;
        extension["requestableScopes"] = Json.Array(names);
    }

    private static (ClientRecord Client, string Token) FindClient(ApiCall call)
    {
        if (!long.TryParse(call.Text("clientId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw Unauthorized(call, "A215301", "'clientId' is not the ID of a client.");
        }

        var client = call.Installation.FindClient(id);
        if (client is null || client.Deleted || client.Service != call.Service)
        {
            throw Unauthorized(call, "A215302", "No client has this ID.");
        }

        if (!client.Document.Flag("dynamicallyRegistered"))
        {
            throw Unauthorized(call, "A215303", "The client was not registered dynamically.");
        }

        var token = call.Text("token");
        if (string.IsNullOrEmpty(token))
        {
            throw Unauthorized(call, "A215305", "The registration access token is missing.");
        }

        if (client.RegistrationAccessTokenHash is not { } hash)
        {
            throw Unauthorized(call, "A215306", "The client has no registration access token.");
        }

        if (!Secrets.AreEqual(hash, Secrets.Hash(token)))
        {
            throw Unauthorized(call, "A215307", "The registration access token is wrong.");
        }

        return client.Locked ? throw Unauthorized(call, "A262203", "The client is locked.") : (client, token);
    }

    private static void CheckIdentity(JsonObject metadata, ClientRecord client)
    {
        if (metadata["client_id"] is not { } id)
        {
            throw Invalid("A214301", "The client metadata has no client_id.");
        }

        if (id.ToString() != client.Id.ToString(CultureInfo.InvariantCulture))
        {
            throw Invalid("A214302", "client_id is not the ID of this client.");
        }

        if (metadata["client_secret"] is { } secret && !Secrets.AreEqual(client.Secret, secret.ToString()))
        {
            throw Invalid("A215304", "client_secret is not the secret of this client.");
        }
    }

    private static Reply Describe(ApiCall call, string code, string text, string action, ClientRecord client, string token) =>
        call.Reply(code, text, action)
            .With("client", client.Document.ToObject())
            .With("responseContent", Json.Write(Information(client, token)));

    /// <summary>The client information response (RFC 7591, section 3.2.1; RFC 7592, section 3).</summary>
    private static JsonObject Information(ClientRecord client, string token)
    {
        var service = client.Service.Document;
        var id = client.Id.ToString(CultureInfo.InvariantCulture);
        var information = ClientMetadata.Of(client);
        information["client_id"] = id;
        information["client_id_issued_at"] = client.Document.Number("createdAt") / 1000;
        if (client.Confidential)
        {
            information["client_secret"] = client.Secret;
            information["client_secret_expires_at"] = 0;
        }

        information["registration_access_token"] = token;
        if ((service.Text("registrationManagementEndpoint") ?? service.Text("registrationEndpoint")) is { } endpoint)
        {
            information["registration_client_uri"] = $"{endpoint.TrimEnd('/')}/{id}";
        }

        return information;
    }

    private static ProtocolException Invalid(string code, string text) => new(code, RegistrationErrors.InvalidClientMetadata, text);

    private static ProtocolException Unauthorized(ApiCall call, string code, string text) =>
        new(
            code,
            OAuthErrors.InvalidToken,
            text,
            call.Service.Document.Flag("unauthorizedOnClientConfigSupported") ? ApiActions.Unauthorized : ApiActions.BadRequest
        );
}
