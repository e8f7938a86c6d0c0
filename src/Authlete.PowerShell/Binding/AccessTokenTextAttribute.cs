using System;
using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>An access token: takes a string; from the pipeline an object that has none is refused instead of being turned into text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccessTokenTextAttribute : InputTransformationAttribute
{
    private protected override object? Transform(object? value) => value switch
    {
        null or string => value,
        JsonView view when view.GetMember("accessToken") is string token => token,
        JsonView view => throw new FormatException(
            "The object of type " + view.GetType().Name + " holds no access token"
            + (view.GetMember("action") is string action ? " (its action is " + action + ": " + view.GetMember("resultMessage") + ")." : ".")),
        _ when (PSObject.AsPSObject(value).Properties["AccessToken"] ?? PSObject.AsPSObject(value).Properties["Token"])?.Value is string token => token,
        _ => throw new FormatException("An access token is expected here: a string, or an object with a property AccessToken."),
    };
}
