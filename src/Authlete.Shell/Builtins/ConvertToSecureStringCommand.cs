using System.Management.Automation;
using System.Security;

namespace Authlete.Shell.Builtins;

/// <summary>From plain text only: the encrypted form is for one user on one machine, and no sample keeps any.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
[OutputType(typeof(SecureString))]
internal sealed class ConvertToSecureStringCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string String { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true)]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter(Position = 2)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        var secret = new SecureString();
        foreach (var c in String)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        WriteObject(secret);
    }
}
