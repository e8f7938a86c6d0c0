using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Registers a client application.</summary>
/// <remarks>
/// <para>POST /client/create. The server assigns the client id and the client secret and fills in defaults: without <c>-ClientType</c> and <c>-TokenAuthMethod</c> a client is PUBLIC and authenticates with NONE. The new client is written, its secret included: keep the output out of logs.</para>
/// <para>The fields that only the server sets (client id, secret, numbers and times) are no parameters.</para>
/// </remarks>
/// <example>
/// <para>Register a confidential client.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Web shop' -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC -GrantTypes AUTHORIZATION_CODE, REFRESH_TOKEN -ResponseTypes CODE -RedirectUris 'https://shop.example.com/callback' 
/// </code>
/// </example>
/// <example>
/// <para>See what would be done.</para>
/// <code>
/// New-AuthleteClient -ClientName 'Phone app' -ClientType PUBLIC -PkceRequired $true -ClientNames @{ ja = '携帯アプリ' } -WhatIf
/// </code>
/// </example>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteClient", SupportsShouldProcess = true)]
[OutputType(typeof(Client))]
public sealed partial class NewAuthleteClientCommand : RequestCmdlet<Client>
{
    private protected override Operation Operation => Operations.ClientCreate;

    private protected override void Process(ApiCall call)
    {
        if (ShouldProcess("client " + (ClientName ?? "without a name"), "Create"))
        {
            base.Process(call);
        }
    }
}
