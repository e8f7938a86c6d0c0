using System;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class FolderTests
{
    [Fact]
    public void The_folders_of_the_sandbox_use_each_other_one_way()
    {
        var folders = new FolderDependencies(typeof(SandboxServer).Assembly.Location, "Authlete.Sandbox");

        Assert.Contains(folders.Uses, use => use.StartsWith("Hosting -> Api: ", StringComparison.Ordinal));
        Assert.Empty(folders.FindCircles());
    }
}
