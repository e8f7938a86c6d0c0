using System;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>Tells, before a call is sent again, whether an attempt whose answer was lost has done the work.</summary>
/// <param name="Read">Reads what the call changes. It is sent once: if it fails, that counts as an attempt of the call.</param>
/// <param name="FindDone">Takes what was read, and returns the answer if the work is done; null if the call is to be sent again.</param>
internal sealed record RepeatCheck(ApiCall Read, Func<JsonView?, JsonView?> FindDone);
