using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class NewAuthletePkceTests
{
    [Fact]
    public void The_challenge_is_the_SHA_256_of_the_verifier()
    {
        using var session = new EngineSession();

        var pkce = session.RunSingle("New-AuthletePkce");

        Assert.Equal("Authlete.PowerShell.AuthletePkce", pkce.TypeName());
        Assert.Matches("^[A-Za-z0-9_-]{43}$", pkce.Text("CodeVerifier"));
        Assert.Equal("S256", pkce.Value("CodeChallengeMethod"));
        Assert.Equal(
            Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(pkce.Text("CodeVerifier")!))),
            pkce.Value("CodeChallenge")
        );
    }

    [Fact]
    public void Each_verifier_is_different()
    {
        using var session = new EngineSession();

        Assert.Equal(
            100,
            session.RunSingle("$made = @{}; 1..100 | ForEach-Object { $made[(New-AuthletePkce).CodeVerifier] = 1 }; $made.Count").BaseObject
        );
    }
}
