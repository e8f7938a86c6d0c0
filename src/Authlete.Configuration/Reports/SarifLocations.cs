using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Reports;

/// <summary>Locations of findings, and fingerprints that identify a finding in later runs.</summary>
internal static class SarifLocations
{
    private const string Fingerprint = "authleteFinding/v1";

    // Code scanning compares this one. Its upload action computes it from the line if there is a file, and warns about any other.
    private const string LineFingerprint = "primaryLocationLineHash";

    /// <summary>
    /// The file and line, and the client or service. Code scanning rejects a log if one result has no file, so a finding of a live
    /// service gets a path that names the target.
    /// </summary>
    public static JsonMembers Of(ReportFinding finding)
    {
        var uri = finding.File is { } file ? FilePath.ToUri(file) : PathOfTarget(finding);
        var logical = new JsonMembers
        {
            ["name"] = finding.Target,
            ["fullyQualifiedName"] = finding.TargetName,
            ["kind"] = "resource",
        };
        return new JsonMembers
        {
            ["physicalLocation"] = new JsonMembers
            {
                ["artifactLocation"] = new JsonMembers { ["uri"] = uri },
                ["region"] = new JsonMembers { ["startLine"] = new JsonNumber((finding.Line ?? 1).ToString(CultureInfo.InvariantCulture)) },
            },
            ["logicalLocations"] = new List<object?> { logical },
        };
    }

    /// <summary>Computed from the rule and its subject, so that a changed line or value doesn't create a new finding.</summary>
    public static JsonMembers FingerprintsOf(ReportFinding finding)
    {
        var subject = finding.File ?? finding.Id ?? finding.Target;
        string[] parts = [finding.Rule, finding.Kind, subject, finding.Subject];
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", parts)));
        var text = string.Concat(hash.Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        var fingerprints = new JsonMembers { [Fingerprint] = text };
        if (finding.File is null)
        {
            fingerprints[LineFingerprint] = text.Substring(0, 16) + ":1";
        }

        return fingerprints;
    }

    private static string PathOfTarget(ReportFinding finding) =>
        FilePath.ToUri($"authlete/{finding.Kind.ToLowerInvariant()}/{(finding.Id ?? finding.Target).Replace('/', '-')}");
}
