namespace Authlete.Generator.Help;

internal enum DocBlockKind
{
    Paragraph,
    ListItem,
    Code,
}
