namespace Authlete.Sandbox.Faults;

/// <summary>How an answer is delivered.</summary>
internal enum FaultDelivery
{
    /// <summary>Whole.</summary>
    Whole,

    /// <summary>Not at all: the call is not carried out, and the connection stays open.</summary>
    Hang,

    /// <summary>Half of the body, then nothing more.</summary>
    HangInBody,

    /// <summary>Half of the body, then the connection ends.</summary>
    Truncated,

    /// <summary>Not at all: the call is not carried out, and the connection is reset.</summary>
    Reset,

    /// <summary>Not at all: the call is carried out, and the connection is reset.</summary>
    ResetAfter,
}
