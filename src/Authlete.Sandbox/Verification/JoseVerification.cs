using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Verification;

/// <summary>/jose/verify: the signature of a JWS (RFC 7515) and the claims of a JWT (RFC 7519), all errors in one response.</summary>
internal sealed class JoseVerification
{
    private static readonly string[] s_textClaims = ["iss", "sub", "jti"];

    private readonly ApiCall _call;
    private readonly List<(string Code, string Text)> _errors = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _invalid = [];
    private bool _signatureValid;

    private JoseVerification(ApiCall call) => _call = call;

    public static ApiAnswer Verify(ApiCall call)
    {
        var verification = new JoseVerification(call);
        verification.Run();
        return verification.Answer();
    }

    private void Run()
    {
        var jose = _call.Text("jose");
        if (string.IsNullOrEmpty(jose))
        {
            Add("A160201", "'jose' is missing.");
            return;
        }

        if (Jws.IsEncrypted(jose))
        {
            Add("A160101", "An encrypted JOSE object cannot be verified here.");
        }
        else if (!Jws.IsCompact(jose))
        {
            Add("A160202", "'jose' is not a JOSE object in compact form.");
        }
        else if (Jws.Parse(jose) is not { } jws)
        {
            Add("A160209", "The header is not a JSON object.");
        }
        else
        {
            CheckSignature(jws);
            CheckClaims(jws.Claims);
        }
    }

    private Reply Answer()
    {
        var (code, text) = _errors.Count == 0 ? ("A160001", "The JOSE object is valid.") : _errors[0];
        return _call
            .Reply(code, text)
            .With("valid", _errors.Count == 0)
            .With("signatureValid", _signatureValid)
            .With("missingClaims", _missing)
            .With("invalidClaims", _invalid)
            .With("errorDescriptions", _errors.Select(error => ResultMessage.Of(error.Code, error.Text)));
    }

    private void CheckSignature(Jws jws)
    {
        if (string.IsNullOrEmpty(jws.Algorithm))
        {
            Add("A160210", "The header has no valid 'alg'.");
        }
        else if (!new VerificationKeys(_call, jws).TryFind(out var key, out var refusal))
        {
            Add(refusal.Code, refusal.Text);
        }
        else
        {
            _signatureValid = jws.IsSignedBy(key);
            if (!_signatureValid)
            {
                Add("A160219", "The signature is wrong.");
            }
        }
    }

    private void CheckClaims(JsonObject? claims)
    {
        var mandatory = _call.Texts("mandatoryClaims") ?? [];
        if (claims is null)
        {
            if (mandatory.Count > 0)
            {
                Add("A160203", "The payload is not a JSON object, so that it has no claims.");
            }

            _missing.AddRange(mandatory);
            return;
        }

        foreach (var name in mandatory.Where(name => claims[name] is null))
        {
            _missing.Add(name);
            Add("A160204", $"The claim '{name}' is missing.");
        }

        foreach (var name in s_textClaims.Where(name => claims[name] is { } value && value.GetValueKind() != JsonValueKind.String))
        {
            Invalid(name, "A160214", $"The claim '{name}' is not a string.");
        }

        CheckTimes(claims);
    }

    private void CheckTimes(JsonObject claims)
    {
        var now = _call.Now / 1000;
        var skew = _call.Number("clockSkew");
        if (Seconds(claims, "exp") is { } exp && exp + skew <= now)
        {
            Invalid("exp", "A160206", $"It has expired: exp = {exp}, now = {now}, skew = {skew}");
        }

        if (Seconds(claims, "iat") is { } iat && iat - skew > now)
        {
            Invalid("iat", "A160207", $"It is from the future: iat = {iat}, now = {now}, skew = {skew}");
        }

        if (Seconds(claims, "nbf") is { } nbf && nbf - skew > now)
        {
            Invalid("nbf", "A160208", $"It is not valid yet: nbf = {nbf}, now = {now}, skew = {skew}");
        }
    }

    private long? Seconds(JsonObject claims, string name)
    {
        if (claims[name] is not { } value)
        {
            return null;
        }

        if (value is JsonValue number && number.TryGetValue<long>(out var seconds))
        {
            return seconds;
        }

        Invalid(name, "A160205", $"The claim '{name}' is not an integer.");
        return null;
    }

    private void Invalid(string name, string code, string text)
    {
        _invalid.Add(name);
        Add(code, text);
    }

    private void Add(string code, string text) => _errors.Add((code, text));
}
