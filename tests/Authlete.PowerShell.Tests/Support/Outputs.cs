using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.Json.Nodes;
using Authlete.Sandbox;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Reads the engine's output and the requests at the sandbox.</summary>
internal static class Outputs
{
    /// <summary>The value of a property, as a script sees it.</summary>
    public static object? Value(this PSObject output, string property)
    {
        var found = output.Properties[property] ?? throw new ArgumentException("There is no property " + property + ".", nameof(property));
        return found.Value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : found.Value;
    }

    public static string? Text(this PSObject output, string property) => output.Value(property) as string;

    public static string TypeName(this PSObject output) => output.BaseObject.GetType().FullName!;

    /// <summary>The part of the error ID before the name of the command.</summary>
    public static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>The text that a user reads: the message, and the recommended action that the engine shows below it.</summary>
    public static string Message(this ErrorRecord error) => error + " " + error.ErrorDetails?.RecommendedAction;

    public static string ExceptionTypeName(this ErrorRecord error) => error.Exception.GetType().FullName!;

    /// <summary>A property of the exception, read dynamically because its type belongs to the engine's load context.</summary>
    public static object? OfException(this ErrorRecord error, string property) => new PSObject(error.Exception).Value(property);

    /// <summary>The value of a property that isn't visible to scripts.</summary>
    public static object Property(this object owner, string name) =>
        owner.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(owner)!;

    /// <summary>Returns the calls during an action. Nothing else may call the sandbox.</summary>
    public static IReadOnlyList<SandboxCall> CallsDuring(this SandboxServer sandbox, Action action)
    {
        var before = sandbox.Calls.Count;
        action();
        return sandbox.Calls.Skip(before).ToList();
    }

    /// <summary>The JSON body of the latest call of a path.</summary>
    public static JsonObject LastBody(this SandboxServer sandbox, string path) =>
        JsonNode.Parse(sandbox.Calls.Last(call => call.Path.EndsWith(path, StringComparison.Ordinal)).Body)!.AsObject();

    /// <summary>Returns the JSON body that a script sends to a path, whatever the response. A script that sends none fails the test with its errors.</summary>
    public static JsonObject SentBody(this EngineSession session, SandboxServer sandbox, string path, string script)
    {
        RunResult? result = null;
        var call = sandbox
            .CallsDuring(() => result = session.TryRun(script))
            .LastOrDefault(call => call.Path.EndsWith(path, StringComparison.Ordinal));
        return call is not null
            ? JsonNode.Parse(call.Body)!.AsObject()
            : throw new InvalidOperationException(
                "Nothing was sent to "
                    + path
                    + ". "
                    + string.Join(Environment.NewLine, result!.Errors.Select(error => error.FullyQualifiedErrorId + ": " + error.Exception))
            );
    }

    /// <summary>The parameters of a client's request, as received.</summary>
    public static string? LastParameters(this SandboxServer sandbox, string path) => (string?)sandbox.LastBody(path)["parameters"];
}
