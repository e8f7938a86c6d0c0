using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Each cmdlet that calls the API, with the fewest possible arguments.</summary>
internal static partial class ApiCmdlets
{
    private const string Sample = "1";

    private static readonly BindingFlags s_hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    // No call of these tests succeeds, so nothing is written to it.
    private const string NoFolder = "([IO.Path]::Combine([IO.Path]::GetTempPath(), 'authlete-none'))";

    // The arguments of these cmdlets determine the operation. Cmdlets without a script here first read a folder or several objects, and have
    // their own tests.
    private static readonly Dictionary<string, ApiScript[]> s_withoutOperation = new(StringComparer.Ordinal)
    {
        ["Compare-AuthleteConfiguration"] = [],
        ["Import-AuthleteConfiguration"] = [],
        ["Test-AuthleteConfiguration"] = [],
        ["Export-AuthleteConfiguration"] =
        [
            new($"Export-AuthleteConfiguration {NoFolder} -ClientsOnly -Confirm:$false", "/client/get/list"),
            new($"Export-AuthleteConfiguration {NoFolder} -ClientsOnly -ClientId 1 -Confirm:$false", "/client/get/1"),
        ],
        ["Get-AuthleteAccessToken"] = [new("Get-AuthleteAccessToken", "/auth/token/get/list")],
        ["Get-AuthleteClient"] = [new("Get-AuthleteClient", "/client/get/list"), new("Get-AuthleteClient -ClientId 1", "/client/get/1")],
        ["Get-AuthleteClientAuthorization"] = [new("Get-AuthleteClientAuthorization user-1", "/client/authorization/get/list")],
        ["Get-AuthleteHsk"] =
        [
            new("Get-AuthleteHsk", "/hsk/get/list"),
            new("Get-AuthleteHsk -ServiceOwner", "/hsk/get/list", true),
            new("Get-AuthleteHsk a", "/hsk/get/a"),
            new("Get-AuthleteHsk a -ServiceOwner", "/hsk/get/a", true),
        ],
        ["Get-AuthleteService"] =
        [
            new("Get-AuthleteService", "/service/get/list", true),
            new("Get-AuthleteService -ServiceApiKey 1", "/service/get/1", true),
        ],
        ["Get-AuthleteServiceConfiguration"] = [new("Get-AuthleteServiceConfiguration", "/service/configuration")],
        ["Invoke-AuthleteApi"] = [new("Invoke-AuthleteApi /service/configuration", "/service/configuration")],
        ["New-AuthleteClient"] = [new("New-AuthleteClient -ClientName shop", "/client/create")],
        ["New-AuthleteService"] = [new("New-AuthleteService -ServiceName shop", "/service/create", true)],
        ["Set-AuthleteClient"] = [new("Set-AuthleteClient 1 -ClientName shop", "/client/get/1")],
        ["Set-AuthleteService"] = [new("Set-AuthleteService 1 -ServiceName shop", "/service/get/1", true)],
        ["Test-AuthleteCredential"] = [],
    };

    public static IReadOnlyList<ApiScript> All { get; } =
    [
        .. ImportedModule
            .DerivedFrom("ConnectedCmdlet")
            .SelectMany(cmdlet =>
                ImportedModule.IsA(cmdlet.ImplementingType, "OperationCmdlet") ? OfOperation(cmdlet) : s_withoutOperation[cmdlet.Name]
            ),
    ];

    /// <summary>The script and path of each cmdlet.</summary>
    public static TheoryData<string, string> WithPath => [.. All.Select(cmdlet => (cmdlet.Script, cmdlet.Path))];

    /// <summary>The script of each cmdlet, and whether it uses the owner's credential.</summary>
    public static TheoryData<string, bool> WithOwner => [.. All.Select(cmdlet => (cmdlet.Script, cmdlet.Owner))];

    /// <summary>Calls with the mandatory parameters, and without confirmation prompts.</summary>
    private static IEnumerable<ApiScript> OfOperation(CmdletInfo cmdlet)
    {
        var instance = Activator.CreateInstance(cmdlet.ImplementingType)!;
        var operation = new PSObject(cmdlet.ImplementingType.GetProperty("Operation", s_hidden)!.GetValue(instance)!);
        var owner = cmdlet.ImplementingType.GetProperty("CredentialKind", s_hidden)!.GetValue(instance)!.ToString() == "ServiceOwner";
        var path = PathValue().Replace(operation.Text("Path")!, Sample);
        var set = cmdlet.ParameterSets.Single(set => set.IsDefault || cmdlet.ParameterSets.Count == 1);
        var script = string.Join(' ', set.Parameters.Where(parameter => parameter.IsMandatory).Select(Argument).Prepend(cmdlet.Name));
        if (set.Parameters.Any(parameter => parameter.Name == "Confirm"))
        {
            script += " -Confirm:$false";
        }

        yield return new(script, path, owner);
        if (set.Parameters.Any(parameter => parameter.Name == "ServiceOwner"))
        {
            yield return new(script + " -ServiceOwner", path, true);
        }
    }

    /// <summary>Returns the mandatory parameters of a parameter set with values, except one.</summary>
    public static string MandatoryArguments(CommandParameterSetInfo set, string except) =>
        string.Join(' ', set.Parameters.Where(parameter => parameter.IsMandatory && parameter.Name != except).Select(Argument));

    private static string Argument(CommandParameterInfo parameter) => "-" + parameter.Name + " " + ValueOf(parameter);

    private static string ValueOf(CommandParameterInfo parameter)
    {
        foreach (var attribute in parameter.Attributes)
        {
            switch (attribute.GetType().Name)
            {
                case "ApiValueAttribute":
                    return ((IReadOnlyList<string>)new PSObject(attribute).Value("ValidValues")!)[0];
                case "FormParametersAttribute":
                    return "'a=b'";
                case "JsonObjectTextAttribute":
                    return "'{}'";
            }
        }

        return "'" + Sample + "'";
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PathValue();
}

/// <summary>A call of a cmdlet, its first path, and whether it uses the service owner's credential.</summary>
internal sealed record ApiScript(string Script, string Path, bool Owner = false);
