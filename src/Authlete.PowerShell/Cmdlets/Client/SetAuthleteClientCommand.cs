using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the configuration of a client application.</summary>
/// <remarks>
/// <para>Settings that you don't specify stay as they are. <c>$null</c> removes a setting: then what the description of the parameter says for an absent value applies.</para>
/// <para>The API replaces the whole configuration with POST /client/update/{clientId}. The cmdlet therefore reads the client, applies your changes, and sends the whole back, including fields that this module doesn't know.</para>
/// <para>With <c>-ClientId</c>, only the specified parameters change. An object from the pipeline replaces the whole client. If somebody changed the client after the object was read, the error is ConcurrentChange, which names the fields; specify <c>-Force</c> to overwrite them. JSON text doesn't remember what was read, so its <c>modifiedAt</c> must be the one on the server.</para>
/// <para><c>-WhatIf</c> shows the old and new value of each property that would change, with secrets masked. If nothing differs, nothing is sent. After a confirmation prompt that waited, the cmdlet reads the client again, so that no other change is lost. <c>$null</c> removes a field, <c>@()</c> sends an empty list.</para>
/// <para>The client secret has its own cmdlets: Reset-AuthleteClientSecret and Set-AuthleteClientSecret.</para>
/// </remarks>
/// <example>
/// <para>Change two fields.</para>
/// <code>
/// Set-AuthleteClient -ClientId $clientId -Description 'The web shop' -LogoUri 'https://shop.example.com/logo.png'
/// </code>
/// </example>
/// <example>
/// <para>See what would change.</para>
/// <code>
/// Set-AuthleteClient $clientId -RedirectUris 'https://shop.example.com/callback' -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Change one field of all clients.</para>
/// <code>
/// Get-AuthleteClient | Where-Object { -not $_.Locked } | Set-AuthleteClient -Contacts 'operations@example.com'
/// </code>
/// </example>
/// <example>
/// <para>Add a redirect URI.</para>
/// <code>
/// Get-AuthleteClient $clientId | ForEach-Object { $_.RedirectUris += 'https://shop.example.com/second'; $_ } | Set-AuthleteClient
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client that Get-AuthleteClient wrote, or its JSON text.</inputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteRequestableScopeCommand"/>
/// <seealso cref="ResetAuthleteClientSecretCommand"/>
/// <seealso cref="UnlockAuthleteClientCommand"/>
/// <seealso cref="ImportAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso>about_Authlete_Errors</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteClient",
    DefaultParameterSetName = "InputObject",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Set-AuthleteClient.md"
)]
[OutputType(typeof(Client))]
public sealed class SetAuthleteClientCommand : ClientSettingsCmdlet
{
    /// <summary>A whole client: an object that Get-AuthleteClient wrote, or its JSON text. The other parameters replace its fields.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The ID of the client to change.</summary>
    [Parameter(ParameterSetName = "ClientId", Mandatory = true, Position = 0)]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Overwrites what somebody else changed on the server after the client was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ClientId is not null)
        {
            Update(ClientId, Force);
        }
        else
        {
            Update(InputObject!, Force);
        }
    }
}
