using System;
using System.Collections.Generic;
using System.Globalization;
using Authlete.Sandbox.Faults;

namespace Authlete.Sandbox;

/// <summary>The arguments of the program, and the text that it prints.</summary>
internal sealed record CommandLine
{
    public const string Help = """
        Usage: Authlete.Sandbox [--port NUMBER] [--fault PLAN]... [--keep-unknown-members]

        Starts an in-memory stand-in for the Authlete 2.3 Web API, for trials and tests
        without an account. It isn't Authlete. It listens only on 127.0.0.1, over plain
        HTTP, and stops when you press Ctrl+C.

          --port NUMBER   The TCP port. The default is 0, which means any free port.
          --fault PLAN    A fault to inject. You can repeat this option.
          --keep-unknown-members
                          Keeps members of services and clients that the API doesn't
                          have, as a newer server would. By default, they are dropped.
          --help          Shows this help.

        The sandbox starts with a service owner, a service, a confidential web client, and
        a public native client, and prints their keys and secrets.

        A fault plan is a list of members, for example:
          --fault "operation=/client/get/*; status=503; retry-after=2; count=3"

          operation         The calls that the fault applies to: the name of an operation
                            (client_get_api), its path template (/client/get/{clientId}),
                            or a path, without /api. * matches any text. Default: all.
          count             The number of calls, or 'always'. Default: 1.
          skip              The number of calls to skip first. Default: 0.
          delay             A delay before the call is processed: 2, 0.5, or 500ms.
          body-delay        A delay in the middle of the response body.
          status            Returns this status without processing the call.
          result-code       With status: an error of the API, such as A001101.
          retry-after       With status: a Retry-After header, in seconds or as an HTTP date.
          retry-after-date  With status: a Retry-After header with the date that is this
                            number of seconds after the response.
          content-type      The Content-Type of the response, such as text/html.
          connection        reset: resets the connection without processing the call.
                            reset-after: processes the call, and then resets.
                            truncate: ends in the middle of the response body.
                            hang: never responds.
          body              With status: the response body. It must be the last member, and
                            can contain semicolons.

        While the sandbox runs, /sandbox/faults (not below /api) lists the pending faults
        (GET), adds faults as JSON with the same members (POST), and removes all (DELETE).

        The sandbox implements all 62 operations of the API with shared state. A feature
        that it doesn't simulate behaves as if it were off on the server. For the list of
        these features, see docs/sandbox.md.


        """;

    public int Port { get; private init; }

    public bool KeepUnknownMembers { get; private init; }

    public IReadOnlyList<PlannedFault> Faults { get; private init; } = [];

    public bool HelpWanted { get; private init; }

    /// <summary>The error in the arguments, in one line; null if there is none.</summary>
    public string? Error { get; private init; }

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var port = 0;
        var keepUnknownMembers = false;
        var faults = new List<PlannedFault>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var option = arguments[index];
            switch (option)
            {
                case "--help" or "-h" or "-?":
                    return new CommandLine { HelpWanted = true };
                case "--keep-unknown-members":
                    keepUnknownMembers = true;
                    break;
                case "--port" or "--fault" when index + 1 == arguments.Count:
                    return Wrong($"{option} needs a value.");
                case "--port":
                    if (!int.TryParse(arguments[++index], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)
                    {
                        return Wrong($"'{arguments[index]}' isn't a port number.");
                    }

                    break;
                case "--fault":
                    try
                    {
                        faults.Add(FaultReader.Read(arguments[++index]));
                    }
                    catch (FormatException exception)
                    {
                        return Wrong($"--fault '{arguments[index]}': {exception.Message}");
                    }

                    break;
                default:
                    return Wrong($"'{option}' isn't an option.");
            }
        }

        return new CommandLine
        {
            Port = port,
            KeepUnknownMembers = keepUnknownMembers,
            Faults = faults,
        };
    }

    public static string Describe(SandboxServer server) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The Authlete 2.3 sandbox is running. Press Ctrl+C to stop it.

            Base URI              {server.BaseUri}
            Faults                {server.FaultsUri}
            Service key           {server.ServiceApiKey}
            Service secret        {server.ServiceApiSecret}
            Service owner key     {server.ServiceOwnerApiKey}
            Service owner secret  {server.ServiceOwnerApiSecret}
            Confidential client   {server.ConfidentialClient.ClientId}
                        secret    {server.ConfidentialClient.ClientSecret}
                  redirect URI    {server.ConfidentialClient.RedirectUri}
            Public client         {server.PublicClient.ClientId}
                        secret    {server.PublicClient.ClientSecret}
                  redirect URI    {server.PublicClient.RedirectUri}

            $env:AUTHLETE_BASE_URL = '{server.BaseUri}'
            $env:AUTHLETE_SERVICE_APIKEY = '{server.ServiceApiKey}'
            $env:AUTHLETE_SERVICE_APISECRET = '{server.ServiceApiSecret}'
            $env:AUTHLETE_SERVICEOWNER_APIKEY = '{server.ServiceOwnerApiKey}'
            $env:AUTHLETE_SERVICEOWNER_APISECRET = '{server.ServiceOwnerApiSecret}'


            """
        );

    private static CommandLine Wrong(string error) => new() { Error = $"{error} To see the options, specify --help." };
}
