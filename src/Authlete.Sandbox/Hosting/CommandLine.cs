using System.Collections.Generic;
using System.Globalization;

namespace Authlete.Sandbox.Hosting;

/// <summary>The arguments of the program and what it prints.</summary>
internal sealed record CommandLine(int Port, bool HelpWanted, string? Error)
{
    public const string Help = """
        Authlete.Sandbox [--port NUMBER] [--help]

        A stand-in for the Authlete 2.3 Web API, for trying and testing without an account.
        It is not Authlete: it keeps everything in memory, listens on 127.0.0.1 only and
        speaks plain http. Ctrl+C stops it.

          --port NUMBER   the TCP port; 0, the default, takes any free one
          --help          this text

        It starts with one service owner, one service, a confidential web client and a
        public native client, and prints their keys and secrets.

        All 62 operations of the API are answered, with the state behind them. What is not
        played is answered as by a server that has it off: encrypted objects, fetching of
        URLs (jwks_uri, request_uri, trust chains), federation registration, software
        statements, HTTP message signatures, identity assurance. README.md has the list.


        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var port = 0;
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--help" or "-h" or "-?":
                    return new CommandLine(0, HelpWanted: true, null);
                case "--port" when index + 1 < arguments.Count:
                    index++;
                    if (!int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)
                        return Wrong($"'{arguments[index]}' is no port.");
                    break;
                case "--port":
                    return Wrong("--port needs a number.");
                default:
                    return Wrong($"'{arguments[index]}' is no argument of this program.");
            }
        }

        return new CommandLine(port, HelpWanted: false, null);
    }

    public static string Describe(SandboxServer server) => string.Create(CultureInfo.InvariantCulture, $"""
        A stand-in for the Authlete 2.3 Web API is listening. Ctrl+C stops it.

        Base URI              {server.BaseUri}
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


        """);

    private static CommandLine Wrong(string error) => new(0, HelpWanted: false, error);
}
