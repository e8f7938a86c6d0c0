namespace Authlete.Sandbox.Faults;

/// <summary>The delivery of a response.</summary>
internal enum FaultDelivery
{
    /// <summary>Whole.</summary>
    Whole,

    /// <summary>None: the call isn't processed, and the connection stays open.</summary>
    Hang,

    /// <summary>Half of the body, and then nothing.</summary>
    HangInBody,

    /// <summary>Half of the body, and then the connection closes.</summary>
    Truncated,

    /// <summary>None: the call isn't processed, and the connection is reset.</summary>
    Reset,

    /// <summary>None: the call is processed, and the connection is reset.</summary>
    ResetAfter,
}
