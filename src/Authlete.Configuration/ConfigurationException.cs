using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration;

/// <summary>Thrown if a configuration can't be read, compared, or written. The message contains no secret.</summary>
internal sealed class ConfigurationException : Exception
{
    private const int MaxProblems = 20;

    public ConfigurationException(ConfigurationProblem problem, string message)
        : base(message) => Problem = problem;

    public ConfigurationProblem Problem { get; }

    /// <summary>Throws one exception for all problems. Its <see cref="Problem"/> is that of the first.</summary>
    public static void ThrowIfAny(IReadOnlyList<ConfigurationException> problems)
    {
        if (problems.Count > 0)
        {
            var more = problems.Count > MaxProblems ? $" There are {problems.Count - MaxProblems} more." : "";
            throw new ConfigurationException(
                problems[0].Problem,
                string.Join(" ", problems.Take(MaxProblems).Select(problem => problem.Message)) + more
            );
        }
    }
}
