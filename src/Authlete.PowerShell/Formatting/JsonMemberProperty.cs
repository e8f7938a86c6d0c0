using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>A member of a view as a property that reads and writes the view.</summary>
internal sealed class JsonMemberProperty : PSPropertyInfo
{
    private readonly JsonView _view;

    public JsonMemberProperty(JsonView view, string name)
    {
        _view = view;
        SetMemberName(name);
    }

    public override bool IsSettable => true;

    public override bool IsGettable => true;

    public override PSMemberTypes MemberType => PSMemberTypes.Property;

    public override string TypeNameOfValue => _view.GetMember(Name)?.GetType().FullName ?? typeof(object).FullName!;

    public override object? Value
    {
        get => OutputDecorator.Wrap(_view.GetMember(Name));
        set => _view.SetMember(Name, Binding.PlainValues.Normalize(value));
    }

    public override PSMemberInfo Copy() => new JsonMemberProperty(_view, Name);

    public override string ToString() => TypeNameOfValue + " " + Name + " {get;set;}";
}
