namespace Authlete.Sandbox.Registration;

/// <summary>The error codes of RFC 7591, section 3.2.2.</summary>
internal static class RegistrationErrors
{
    public const string InvalidClientMetadata = "invalid_client_metadata";
    public const string InvalidRedirectUri = "invalid_redirect_uri";
    public const string UnapprovedSoftwareStatement = "unapproved_software_statement";
}
