using System.Collections.Generic;

namespace Authlete.Sandbox.Scopes;

/// <summary>The scopes that a user has granted to a client: the latest, and all merged. Both are sorted.</summary>
internal sealed record GrantedScopes(IReadOnlyList<string> Latest, IReadOnlyList<string> Merged, long ModifiedAt);
