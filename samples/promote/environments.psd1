# Parameters of the commands for each environment. SecretName is an entry of a SecretManagement vault: a Hashtable with ApiKey,
# ApiSecret, ServiceOwnerApiKey, ServiceOwnerApiSecret, and BaseUri. Variable contains the values that differ in the files.
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
