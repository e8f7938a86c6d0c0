using System.Collections.Generic;

namespace Authlete.Pester.Tests;

/// <summary>The output of Invoke-PesterTests.ps1.</summary>
/// <param name="Tests">Every <c>It</c>.</param>
/// <param name="Failures">The failures outside of an <c>It</c>: in discovery, or in the setup or teardown of a block.</param>
internal sealed record PesterResult(IReadOnlyList<PesterTest> Tests, IReadOnlyList<PesterFailure> Failures);

/// <param name="Name">The names of Describe, Context, and It, separated by dots.</param>
/// <param name="Result">Pester's result: Passed, Failed, Skipped, …</param>
/// <param name="Milliseconds">The duration.</param>
/// <param name="Message">The reason why the test failed or was skipped.</param>
internal sealed record PesterTest(string Name, string Result, double Milliseconds, string? Message);

internal sealed record PesterFailure(string Name, string Message);
