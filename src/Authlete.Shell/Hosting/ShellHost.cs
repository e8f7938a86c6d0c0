using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace Authlete.Shell.Hosting;

internal sealed class ShellHost : PSHost
{
    public ShellUserInterface ShellUI { get; } = new();

    /// <summary>What <c>exit</c> asked for, once it did.</summary>
    public int? ExitCode { get; private set; }

    public override PSHostUserInterface UI => ShellUI;

    public override string Name => "Authlete.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    // "Suspend" in a confirmation: the question is asked again after this.
    public override void EnterNestedPrompt() => UI.WriteErrorLine("This shell has no nested prompt.");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
