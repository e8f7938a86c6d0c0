using Authlete.Configuration.Folder;
using Xunit;

namespace Authlete.Configuration.Tests;

public sealed class FolderTests
{
    [Fact]
    public void The_folders_of_the_engine_use_each_other_one_way()
    {
        var folders = new FolderDependencies(typeof(FolderExport).Assembly.Location, "Authlete.Configuration");

        Assert.Contains(folders.Uses, use => use.StartsWith("Comparison -> Folder: ", System.StringComparison.Ordinal));
        Assert.Empty(folders.FindCircles());
    }
}
