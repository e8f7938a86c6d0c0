# Where each environment is, and what differs in its files: parameters of the commands. SecretName is an entry of a SecretManagement
# vault: a Hashtable with ApiKey, ApiSecret, ServiceOwnerApiKey, ServiceOwnerApiSecret and BaseUri.
@{
    development = @{
        SecretName = 'authlete-development'
        Variable   = @{ HOST = 'dev.example.com' }
    }
    production  = @{
        SecretName = 'authlete-production'
        Variable   = @{ HOST = 'www.example.com' }
    }
}
