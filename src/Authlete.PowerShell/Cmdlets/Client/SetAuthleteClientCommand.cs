using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the settings of a client application.</summary>
/// <remarks>
/// <para>With <c>-ClientId</c>, only the settings that you specify change. <c>$null</c> removes a setting: the description of the parameter says what then applies ("If absent", "By default"). <c>@()</c> sets an empty list. An object from the pipeline replaces the whole client.</para>
/// <para>The API has no partial update. The cmdlet therefore reads the client, applies your changes and sends the whole client back, including fields that this module doesn't know. If nothing differs, it sends nothing. <c>-WhatIf</c> shows the old and the new value of each setting, with secrets masked.</para>
/// <para>If somebody else changed the client after you read the object, the error is ConcurrentChange, which lists the fields. To overwrite them, specify <c>-Force</c>. JSON text doesn't record what was read, so its <c>modifiedAt</c> must match the server's. If you take more than a second to confirm, the cmdlet reads the client again.</para>
/// <para>To change the client secret, use Reset-AuthleteClientSecret or Set-AuthleteClientSecret.</para>
/// <para>Calls POST /client/update/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Change two settings.</para>
/// <code>
/// Set-AuthleteClient -ClientId $clientId -Description 'The web shop' `
///     -LogoUri 'https://shop.example.com/logo.png'
/// </code>
/// </example>
/// <example>
/// <para>Show what would change.</para>
/// <code>
/// Set-AuthleteClient $clientId -PkceRequired $true -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Add a redirect URI.</para>
/// <code>
/// Get-AuthleteClient $clientId | ForEach-Object {
///     $_.RedirectUris += 'https://shop.example.com/second'
///     $_
/// } | Set-AuthleteClient
/// </code>
/// </example>
/// <example>
/// <para>Set the contact of all clients.</para>
/// <code>
/// Get-AuthleteClient | Where-Object { -not $_.Locked } |
///     Set-AuthleteClient -Contacts 'operations@example.com'
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client from Get-AuthleteClient, or its JSON text.</inputs>
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
    /// <summary>The whole client: an object from Get-AuthleteClient, or its JSON text. Other parameters replace its fields.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The ID of the client to change.</summary>
    [Parameter(ParameterSetName = "ClientId", Mandatory = true, Position = 0)]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Indicates that the cmdlet overwrites changes that somebody else made after you read the client.</summary>
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
