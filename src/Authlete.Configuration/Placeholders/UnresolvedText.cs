using System.Collections.Generic;

namespace Authlete.Configuration.Placeholders;

/// <summary>A text with placeholders that have no value.</summary>
/// <param name="Path">The member that holds the text.</param>
/// <param name="Placeholders">Those without a value.</param>
internal sealed record UnresolvedText(string Path, IReadOnlyList<Placeholder> Placeholders);
