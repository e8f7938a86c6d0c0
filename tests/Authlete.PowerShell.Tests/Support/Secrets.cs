using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Secret values by name, and checks that they don't appear.</summary>
internal sealed class Secrets
{
    private readonly Dictionary<string, string> _values = [];

    public void Add(string name, object? value)
    {
        if (value?.ToString() is { Length: > 0 } text)
        {
            _values[name] = text;
        }
    }

    /// <summary>Fails if a text contains a secret: in plain text, Base64, or URL-encoded.</summary>
    public void CheckAbsentFrom(string where, string? text)
    {
        foreach (var (name, value) in _values)
        {
            foreach (var form in FormsOf(value))
            {
                Assert.False(text?.Contains(form, StringComparison.OrdinalIgnoreCase) == true, $"The {name} shows in {where}: {text}");
            }
        }
    }

    public void CheckAbsentFrom(string script, RunResult result)
    {
        CheckAbsentFrom("verbose of " + script, string.Join("\n", result.Verbose));
        CheckAbsentFrom("debug of " + script, string.Join("\n", result.Debug));
        CheckAbsentFrom("warning of " + script, string.Join("\n", result.Warnings));
        CheckAbsentFrom("progress of " + script, string.Join("\n", result.Progress));
        foreach (var error in result.Errors)
        {
            CheckAbsentFrom("error of " + script, TextOf(error));
        }
    }

    /// <summary>The complete error except the user's own line, which InvocationInfo quotes.</summary>
    private static string TextOf(ErrorRecord error)
    {
        var text = new StringBuilder()
            .AppendLine(error.ToString())
            .AppendLine(error.FullyQualifiedErrorId)
            .AppendLine(error.CategoryInfo.ToString())
            .AppendLine(error.ErrorDetails?.Message)
            .AppendLine(error.ErrorDetails?.RecommendedAction)
            .AppendLine(error.TargetObject?.ToString());
        for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
        {
            text.AppendLine(exception.ToString());
            foreach (
                var property in new PSObject(exception).Properties.Where(property => property.IsGettable && property.Name != "ErrorRecord")
            )
            {
                text.AppendLine(property.Value?.ToString());
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> FormsOf(string value)
    {
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        yield return base64;
        yield return base64.TrimEnd('=');
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
