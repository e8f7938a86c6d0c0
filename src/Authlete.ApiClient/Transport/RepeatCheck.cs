using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>Checks, before a call is sent again, whether an earlier attempt whose response was lost has made the change.</summary>
/// <param name="Read">The call that reads the object. It isn't retried: if it fails, that counts as an attempt of the original call.</param>
/// <param name="FindDone">Receives the object, and returns the response if the change was made; null if the call is to be sent again.</param>
internal sealed record RepeatCheck(ApiCall Read, Func<JsonView?, JsonView?> FindDone);
