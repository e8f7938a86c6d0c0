using System;
using System.Collections.Generic;
using System.Globalization;
using Authlete.Sandbox.Faults;

namespace Authlete.Sandbox;

/// <summary>The arguments of the program and what it prints.</summary>
internal sealed record CommandLine
{
    public const string Help = """
        Authlete.Sandbox [--port NUMBER] [--fault PLAN]... [--keep-unknown-members] [--help]

        A stand-in for the Authlete 2.3 Web API, for trying and testing without an account.
        It is not Authlete: it keeps everything in memory, listens on 127.0.0.1 only and
        speaks plain http. Ctrl+C stops it.

          --port NUMBER   the TCP port; 0, the default, takes any free one
          --fault PLAN    something that goes wrong; may be repeated
          --keep-unknown-members
                          keeps members of services and clients that the API does not
                          have, as a newer server would; without it, they are dropped
          --help          this text

        It starts with one service owner, one service, a confidential web client and a
        public native client, and prints their keys and secrets.

        A plan is a list of members, such as
          --fault "operation=/client/get/*; status=503; retry-after=2; count=3"

          operation         the calls: the name of an operation (client_get_api), its path
                            template (/client/get/{clientId}) or a path, without /api;
                            * stands for any text. Default: all calls.
          count             how many calls; 'always' for all. Default: 1
          skip              how many calls to leave alone first. Default: 0
          delay             time before anything happens: 2, 0.5, 500ms
          body-delay        time in the middle of the body
          status            answer with this status instead of carrying the call out
          result-code       with status: an error of the API, such as A001101
          retry-after       with status: a Retry-After header, seconds or an HTTP date
          retry-after-date  with status: the same as a date, so many seconds from the answer
          content-type      the Content-Type of the answer, such as text/html
          connection        reset: reset instead of carrying the call out
                            reset-after: carry it out, then reset instead of answering
                            truncate: end in the middle of the body
                            hang: never answer
          body              with status: the body. It comes last, and may have semicolons.

        While it runs, /sandbox/faults (outside /api) lists the faults to come (GET), takes
        more as JSON of the same members (POST), and forgets them all (DELETE).

        All 62 operations of the API are answered, with the state behind them. What is not
        played is answered as by a server that has it off. docs/sandbox.md has the list.


        """;

    public int Port { get; private init; }

    public bool KeepUnknownMembers { get; private init; }

    public IReadOnlyList<PlannedFault> Faults { get; private init; } = [];

    public bool HelpWanted { get; private init; }

    /// <summary>What is wrong with the arguments, in one line, or null.</summary>
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
                        return Wrong($"'{arguments[index]}' is no port.");
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
                    return Wrong($"'{option}' is no option of this program.");
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
            A stand-in for the Authlete 2.3 Web API is listening. Ctrl+C stops it.

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

    private static CommandLine Wrong(string error) => new() { Error = $"{error} --help has all options." };
}
