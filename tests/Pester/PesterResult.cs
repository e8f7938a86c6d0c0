using System.Collections.Generic;

namespace Authlete.Pester.Tests;

/// <summary>What Invoke-PesterTests.ps1 writes when it ends.</summary>
/// <param name="Tests">Every <c>It</c>.</param>
/// <param name="Failures">What failed outside of an <c>It</c>: discovery, or a block's setup or teardown.</param>
internal sealed record PesterResult(IReadOnlyList<PesterTest> Tests, IReadOnlyList<PesterFailure> Failures);

/// <param name="Name">Describe, Context and It, with a dot between.</param>
/// <param name="Result">As Pester has it: Passed, Failed, Skipped, …</param>
/// <param name="Milliseconds">How long it ran.</param>
/// <param name="Message">Why it failed or was skipped.</param>
internal sealed record PesterTest(string Name, string Result, double Milliseconds, string? Message);

internal sealed record PesterFailure(string Name, string Message);
