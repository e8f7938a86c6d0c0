using System;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed partial class InputValuesTests
{
    [Fact]
    public void A_response_that_names_no_client_is_an_error_and_the_next_object_is_processed()
    {
        Session.Run("$clients = 1..2 | ForEach-Object { New-AuthleteClient -ClientName \"Named $_\" }");

        var answers = Session.Run("$clients | Lock-AuthleteClient");

        Assert.Equal(Session.Run("$clients.ClientId").Select(id => id.BaseObject), answers.Select(answer => answer.Value("ClientId")));
        Assert.Equal(
            2,
            Session
                .Run(
                    "$clients | Unlock-AuthleteClient | Get-AuthleteRequestableScope | Get-AuthleteClient | Reset-AuthleteClientSecret -Confirm:$false | Get-AuthleteClient"
                )
                .Count
        );
    }

    [Fact]
    public void An_error_names_the_object_it_is_about()
    {
        Assert.Contains("(99)", Session.RunError("Get-AuthleteClient 99").Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-AuthleteClient -InputObject @('{', '}')", "InputNotJson", "-Raw")]
    [InlineData("New-AuthleteClient -InputObject @('{', '}')", "InputNotJson", "-Raw")]
    [InlineData("Set-AuthleteClient -InputObject (Get-AuthleteClient)", "WrongObject", "Pipe")]
    public void Several_objects_at_once_are_refused_with_a_hint(string script, string id, string hint)
    {
        var error = Session.RunError(script);

        Assert.Equal(id, error.Id());
        Assert.Contains(hint, error.Message(), StringComparison.Ordinal);
    }
}
