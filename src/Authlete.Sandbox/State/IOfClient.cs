namespace Authlete.Sandbox.State;

/// <summary>Something that belongs to a client.</summary>
internal interface IOfClient
{
    ClientRecord Client { get; }
}
