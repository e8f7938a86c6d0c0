using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Configuration.Application;

/// <summary>The work on a target, which runs on other threads, and its report.</summary>
/// <param name="work">The work.</param>
/// <param name="report">Gets what became of the target.</param>
internal sealed class ImportStep(Func<CancellationToken, Task<TargetResult?>> work, TargetReport report)
{
    private TargetResult? _result;

    public async Task RunAsync(CancellationToken cancellationToken) => _result = await work(cancellationToken).ConfigureAwait(false);

    /// <summary>Reports what became of the target, unless that isn't known yet or was told before.</summary>
    public void Report()
    {
        if (_result is { } result)
        {
            report(result);
        }
    }
}
