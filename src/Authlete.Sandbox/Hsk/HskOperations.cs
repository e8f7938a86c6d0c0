using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Hsk;

/// <summary>/hsk/create, get, get/list and delete, for the keys of the service or, with the owner's credentials, of the owner.</summary>
internal static class HskOperations
{
    private const string HsmName = "google";
    private const int KidLength = 100;
    private const string Success = "SUCCESS";
    private const string InvalidRequest = "INVALID_REQUEST";

    public static ApiAnswer Create(ApiCall call)
    {
        if (IsOff(call))
        {
            return Off(call, "A266201");
        }

        if (Refuse(call) is { } refusal)
        {
            return refusal;
        }

        var kid = call.Text("kid") is { Length: > 0 } given ? given : null;
        var key = HskKey.Create(HsmName, call.Text("kty")!, call.Text("use")!, call.Text("alg")!, kid);
        Table(call).Add(key);
        var text =
            $"The key was created: hsm = {key.HsmName}, kty = {key.Kty}, use = {key.Use}, alg = {key.Alg}, kid = {key.Kid}, handle = {key.Handle}";
        return call.Reply("A266001", text, Success).With("hsk", key.ToJson());
    }

    public static ApiAnswer Get(ApiCall call)
    {
        if (IsOff(call))
        {
            return Off(call, "A268201");
        }

        return Table(call).Find(call.Variable) is { } key
            ? call.Reply("A268001", "The key was found.", Success).With("hsk", key.ToJson())
            : call.Reply("A268202", "No key has this handle.", ApiActions.NotFound);
    }

    public static ApiAnswer List(ApiCall call)
    {
        if (IsOff(call))
        {
            return Off(call, "A269201");
        }

        var keys = Table(call).Keys;
        return call.Reply("A269001", $"Keys were found (count = {keys.Count}).", Success)
            .With("hsks", new JsonArray([.. keys.Select(key => key.ToJson())]));
    }

    /// <summary>
    /// DELETE returns no body, as the API's description says. Libraries that use GET read the result and the key.
    /// </summary>
    public static ApiAnswer Delete(ApiCall call)
    {
        if (IsOff(call))
        {
            return Off(call, "A270201");
        }

        var table = Table(call);
        if (table.Find(call.Variable) is not { } key || !table.Remove(key))
        {
            return call.Reply("A270202", "No key has this handle.", ApiActions.NotFound);
        }

        return call.Method == call.Operation.Method
            ? ApiAnswer.NoContent
            : call.Reply("A270001", "The key was deleted.", Success).With("hsk", key.ToJson());
    }

    private static HskTable Table(ApiCall call) => call.ServiceOrNull?.Hsks ?? call.Installation.OwnerHsks;

    private static bool IsOff(ApiCall call) => call.ServiceOrNull?.Document.Flag("hsmEnabled") == false;

    private static Reply Off(ApiCall call, string code) => call.Reply(code, "The service has no HSM support switched on.", InvalidRequest);

    private static Reply? Refuse(ApiCall call)
    {
        foreach (var name in new[] { "kty", "use", "alg" })
        {
            if (string.IsNullOrEmpty(call.Text(name)))
            {
                return Invalid("A263201", $"'{name}' is missing or empty.");
            }
        }

        var (kty, use, alg, kid) = (call.Text("kty"), call.Text("use"), call.Text("alg"), call.Text("kid") ?? "");
        if (kty is not ("EC" or "RSA"))
        {
            return Invalid("A263202", "'kty' must be EC or RSA.");
        }

        if (use is not ("sig" or "enc"))
        {
            return Invalid("A263202", "'use' must be sig or enc.");
        }

        if (KindOf(alg!) is not { } kind)
        {
            return Invalid("A263202", $"'{alg}' is not supported as 'alg'.");
        }

        if (kind.Use != use)
        {
            return Invalid("A263203", $"'alg' {alg} does not go with 'use' {use}.");
        }

        if (kind.Kty != kty)
        {
            return Invalid("A263204", $"'alg' {alg} does not go with 'kty' {kty}.");
        }

        if (kid.Length > KidLength)
        {
            return Invalid("A263205", $"'kid' is longer than {KidLength} characters.");
        }

        if (!Ascii.IsValid(kid))
        {
            return Invalid("A263206", "'kid' is not ASCII.");
        }

        if (call.Text("hsmName") is { Length: > 0 } hsm && hsm != HsmName)
        {
            return Invalid("A264201", $"There is no HSM with this name; the sandbox has '{HsmName}' only.");
        }

        return kind.OnHsm ? null : Invalid("A263207", $"The HSM does not support 'alg' {alg}.");

        Reply Invalid(string code, string text) => call.Reply(code, text, InvalidRequest);
    }

    /// <summary>The kind of key that an algorithm needs, and whether the HSM supports it; null for an unknown algorithm.</summary>
    private static (string Kty, string Use, bool OnHsm)? KindOf(string alg) =>
        alg switch
        {
            "RS256" or "RS512" or "PS256" or "PS512" => ("RSA", "sig", true),
            "RS384" or "PS384" => ("RSA", "sig", false),
            "ES256" or "ES384" => ("EC", "sig", true),
            "ES512" or "ES256K" => ("EC", "sig", false),
            "RSA-OAEP" or "RSA-OAEP-256" => ("RSA", "enc", true),
            "RSA1_5" => ("RSA", "enc", false),
            "ECDH-ES" or "ECDH-ES+A128KW" or "ECDH-ES+A192KW" or "ECDH-ES+A256KW" => ("EC", "enc", false),
            _ => null,
        };
}
