using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>An import prompts once for its plan and once for removals.</summary>
public sealed class ImportQuestionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));
    private readonly string _name = "q" + Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Each_question_can_be_declined(bool isChanging, bool isRemoving)
    {
        var questions = 0;
        var host = new CapturingHost(isConfirmed: question =>
        {
            questions++;
            return question.Contains("Remove clients", StringComparison.Ordinal) ? isRemoving : isChanging;
        });
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run($"1..4 | ForEach-Object {{ New-AuthleteClient -ClientName \"{_name}$_\" -Confirm:$false }} | Out-Null");
        session.Run($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false");
        File.WriteAllText(Path.Combine(_folder, "clients", _name + "1.json"), """{"description":"changed"}""");
        File.WriteAllText(Path.Combine(_folder, "clients", _name + "new.json"), $$"""{"clientName":"{{_name}}new"}""");
        File.Delete(Path.Combine(_folder, "clients", _name + "4.json"));

        var result = session.TryRun($"Import-AuthleteConfiguration '{_folder}' -Prune -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(
            (isChanging, isChanging, isChanging && isRemoving),
            (Exists("new"), Exists("1", "-and $_.Description -eq 'changed'"), !Exists("4"))
        );
        Assert.Equal(
            !isChanging ? []
                : isRemoving ? ["Done"]
                : ["NotTried"],
            result.Output.Where(target => target.Text("Action") == "Remove").Select(target => target.Text("Status"))
        );
        Assert.Equal(isChanging ? 2 : 1, questions);

        bool Exists(string suffix, string condition = "") =>
            session.Run($"Get-AuthleteClient | Where-Object {{ $_.ClientName -eq '{_name}{suffix}' {condition} }}").Count == 1;
    }

    public override void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose();
    }
}
