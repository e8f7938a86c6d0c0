using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

public sealed class FolderTests
{
    /// <summary>Known circular uses that are still to be removed, as "From -> To".</summary>
    private static readonly string[] s_knownUses = [];

    private static readonly FolderDependencies s_folders = new(
        Path.Combine(StagedModule.Folder, "Authlete.PowerShell.dll"),
        "Authlete.PowerShell"
    );

    [Fact]
    public void The_folders_of_the_module_use_each_other_one_way()
    {
        Assert.Empty(s_folders.FindCircles().ExceptBy(s_knownUses, FoldersOf, StringComparer.Ordinal));
        Assert.Contains("Cmdlets -> Connections", s_folders.Uses.Select(FoldersOf));
        Assert.Contains("Connections -> (root)", s_folders.Uses.Select(FoldersOf));
    }

    [Fact]
    public void No_use_is_known_as_part_of_a_circle_that_is_cut() =>
        Assert.Empty(s_knownUses.Except(s_folders.FindCircles().Select(FoldersOf), StringComparer.Ordinal));

    private static string FoldersOf(string use) => use[..use.IndexOf(": ", StringComparison.Ordinal)];
}
