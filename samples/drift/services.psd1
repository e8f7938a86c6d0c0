# The services to check: a name, the folder that was exported, and an entry of a SecretManagement vault. Further entries are
# parameters of Compare-AuthleteConfiguration, such as Variable or DeclaredOnly.
@{
    Services = @(
        @{ Name = 'test'; Path = './test'; SecretName = 'authlete-test' }
        @{ Name = 'production'; Path = './prod'; SecretName = 'authlete-production' }
    )
}
