using System;
using System.IO;
using Authlete.Generator.Code;
using Xunit;

namespace Authlete.ApiClient.Tests.Generator;

public sealed class GeneratedFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void The_generated_files_match_the_facts() => Assert.Empty(CodeGenerator.FindStale(ApiFacts.RepositoryRoot));

    [Fact]
    public void A_file_that_is_missing_differs_or_is_left_over_is_found()
    {
        var client = Path.Combine("src", "Authlete.ApiClient");
        Write(
            Path.Combine(client, "Api", "authlete-2.3.json"),
            File.ReadAllText(Path.Combine(ApiFacts.RepositoryRoot, client, "Api", "authlete-2.3.json"))
        );
        Write(Path.Combine(client, "Models", "Client.g.cs"), "// changed by hand");
        Write(Path.Combine(client, "Models", "Former.g.cs"), "");
        var pair = Path.Combine(client, "Models", "Pair.g.cs");
        Write(pair, File.ReadAllText(Path.Combine(ApiFacts.RepositoryRoot, pair)));

        var stale = CodeGenerator.FindStale(_folder.FullName);

        Assert.Contains(Path.Combine(client, "Models", "Client.g.cs"), stale);
        Assert.Contains(Path.Combine(client, "Models", "Former.g.cs"), stale);
        Assert.Contains(Path.Combine(client, "Api", "Operations.g.cs"), stale);
        Assert.DoesNotContain(pair, stale);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
