using System;
using System.Linq;
using Authlete.ApiClient.Results;
using Xunit;

namespace Authlete.ApiClient.Tests.Results;

public sealed class ResultCodesTests
{
    [Fact]
    public void The_table_of_codes_has_a_column_for_objects_of_another_service()
    {
        Assert.Equal(
            ResultCodes.All.Where(code => code.Meaning.EndsWith("another service", StringComparison.Ordinal)).Select(code => code.Code),
            ResultCodes.All.Where(code => code.IsForeignObject).Select(code => code.Code)
        );
        Assert.True(ResultCodes.Find("A027202")!.IsForeignObject);
    }

    [Theory]
    [InlineData("A004301")]
    [InlineData("a004301")]
    public void A_code_is_found_in_any_case(string code)
    {
        var entry = ResultCodes.Find(code);

        Assert.NotNull(entry);
        Assert.Equal("A004301", entry.Code);
        Assert.Equal("/auth/authorization", entry.Operations);
        Assert.Equal("Client", entry.Origin);
        Assert.NotEmpty(entry.Meaning);
    }

    [Theory]
    [InlineData("A999999")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_code_is_null(string? code)
    {
        Assert.Null(ResultCodes.Find(code!));
    }

    [Fact]
    public void The_table_is_whole_and_sorted()
    {
        Assert.Equal(1753, ResultCodes.All.Count);
        Assert.Equal(
            ResultCodes.All.Select(entry => entry.Code).Order(StringComparer.Ordinal),
            ResultCodes.All.Select(entry => entry.Code)
        );
    }

    [Fact]
    public void Each_entry_has_a_code_and_a_meaning()
    {
        Assert.All(
            ResultCodes.All,
            entry =>
            {
                Assert.Matches("^A[0-9]{6}$", entry.Code);
                Assert.NotEmpty(entry.Operations);
                Assert.NotEmpty(entry.Meaning);
                Assert.True(entry.StatusCode is null or (>= 200 and < 600));
                Assert.True(entry.Action is null || !string.IsNullOrWhiteSpace(entry.Action));
            }
        );
    }
}
