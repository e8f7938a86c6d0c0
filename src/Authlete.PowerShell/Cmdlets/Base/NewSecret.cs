using Authlete.ApiClient.Json;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The secret of a new object. The server creates it, so it goes into the vault after the object exists.</summary>
/// <param name="destination">The vault.</param>
/// <param name="request">The object to create.</param>
internal sealed class NewSecret(SecretDestination destination, JsonView request)
{
    private readonly string? _name = destination.HasId ? null : destination.NameFor(request);
    private SecretEntry? _entry;

    /// <summary>Whether no other object can have an entry of the same name.</summary>
    public bool HasOwnName => _name is null;

    /// <summary>The action, for the prompt.</summary>
    public string Action => "Create, and put the secret into " + (_name is null ? "a vault" : destination.Locate(_name));

    private string Target => destination.Owner.Describe(request);

    /// <summary>Reserves the name of the entry.</summary>
    public string Claim() => destination.Claim(_name!, Target);

    /// <summary>Reads the vault before anything is created.</summary>
    public void Prepare()
    {
        if (_name is null)
        {
            destination.Probe(Target);
        }
        else
        {
            _entry = destination.Read(_name, null, Target);
        }
    }

    /// <summary>Moves the secret of the new object to the vault.</summary>
    public void Store(JsonView created)
    {
        var owner = destination.Owner;
        var id = owner.IdOf(created) ?? "";
        var name = _name ?? "";
        try
        {
            name = _name ?? destination.NameFor(created);
            Store(_entry ?? destination.Read(name, id, owner.Describe(created)), id, owner.SecretOf(created));
        }
        catch (SetupException e)
        {
            throw NotStored(created, name, id, e.Message);
        }
        catch (VaultException e)
        {
            throw NotStored(created, name, id, e.Message);
        }

        created.RemoveMember(owner.SecretMember);
        destination.AddPlace(created, name);
    }

    private void Store(SecretEntry entry, string id, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            throw new VaultException("The server's response has no secret.");
        }

        try
        {
            destination.Write(entry, id, secret!);
        }
        catch (VaultException e)
        {
            try
            {
                destination.Restore(entry, id, secret!);
            }
            catch (VaultException after)
            {
                throw new VaultException(e.Message + " The entry may have changed: " + after.Message);
            }

            throw;
        }
    }

    private SetupException NotStored(JsonView created, string name, string id, string reason)
    {
        var owner = destination.Owner;
        return SetupErrors.SecretNotStored(
            destination.Locate(name),
            id,
            $"{reason} The {owner.Describe(created)} was created, and {owner.ReadCommand(id)} shows its secret. Put it into a vault with Set-Secret, or remove the {owner.Noun}."
        );
    }
}
