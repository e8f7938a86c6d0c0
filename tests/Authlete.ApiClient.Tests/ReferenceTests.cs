using System.IO;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>Logs one line if the reference is missing, in place of all the tests that need it.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_reference_of_the_API_is_beside_this_repository() =>
        Assert.SkipUnless(
            File.Exists(Path.Combine(Reference.Folder, "authlete-2.3-api.json")),
            $"There is no reference of the API at {Reference.Folder}: ConformanceTests and DescriptionTests are left out."
        );
}
