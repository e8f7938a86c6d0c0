# The services to check: a name, the exported folder, and an entry of a SecretManagement vault. Other entries are parameters of
# Compare-AuthleteConfiguration, such as Variable or DeclaredOnly.
@{
    Services = @(
        @{ Name = 'test'; Path = './test'; SecretName = 'authlete-test' }
        @{ Name = 'production'; Path = './prod'; SecretName = 'authlete-production' }
    )
}
