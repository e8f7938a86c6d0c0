using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Configuration.Application;

/// <summary>The work on a target, which can run on any thread, and the report of its result.</summary>
/// <param name="work">The work.</param>
/// <param name="report">Receives the result of the target.</param>
internal sealed class ImportStep(Func<CancellationToken, Task<TargetResult?>> work, TargetReport report)
{
    private TargetResult? _result;

    public async Task RunAsync(CancellationToken cancellationToken) => _result = await work(cancellationToken).ConfigureAwait(false);

    /// <summary>Reports the result, unless it isn't known yet or was already reported.</summary>
    public void Report()
    {
        if (_result is { } result)
        {
            report(result);
        }
    }
}
