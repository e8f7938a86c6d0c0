namespace Authlete.Generator.Help;

/// <summary>How a parameter is bound in one parameter set.</summary>
internal sealed record ParameterBinding(
    string? ParameterSet,
    bool Mandatory,
    int? Position,
    bool ByValue,
    bool ByPropertyName,
    bool RemainingArguments
)
{
    public string PipelineInput =>
        (ByPropertyName, ByValue) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByPropertyName)",
            (false, true) => "True (ByValue)",
            _ => "False",
        };
}
