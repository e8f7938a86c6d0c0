using System;
using System.Linq;
using Authlete.ApiClient.Values;
using Xunit;

namespace Authlete.ApiClient.Tests.Values;

public sealed class ValueSetTests
{
    public static TheoryData<Type> Types { get; } =
    [.. typeof(ValueSet).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ValueSet)))];

    [Theory]
    [InlineData("CONFIDENTIAL")]
    [InlineData("confidential")]
    [InlineData("Confidential")]
    public void A_value_in_any_case_has_the_spelling_of_the_API(string value)
    {
        Assert.Equal("CONFIDENTIAL", new ClientType().Find(value));
    }

    [Theory]
    [InlineData("SECRET")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_value_is_not_found(string? value)
    {
        Assert.Null(new ClientType().Find(value!));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void No_set_has_two_values_that_differ_in_case_only(Type type)
    {
        var values = ((ValueSet)Activator.CreateInstance(type)!).Values;

        Assert.NotEmpty(values);
        Assert.Equal(values.Count, values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(values, string.IsNullOrWhiteSpace);
    }
}
