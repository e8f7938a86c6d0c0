namespace Authlete.Generator.Help;

/// <summary>What can be wrong; the number is the one in the message.</summary>
internal enum HelpError
{
    NoSynopsis = 1,
    NoDescription = 2,
    TooFewExamples = 3,
    NoRelatedLink = 4,
    NoParameterText = 5,
    IncompleteExample = 6,
    UnresolvedReference = 7,
    NoInput = 8,
    WrongPage = 9,
    WideExample = 10,
    NoTypeText = 11,
}
