using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Authlete.Shell.Hosting;

/// <summary>What the engine asks a person at the terminal.</summary>
internal static class Questions
{
    public static int AskChoice(
        PSHostUserInterface ui,
        string? caption,
        string? message,
        Collection<ChoiceDescription> choices,
        int defaultChoice)
    {
        WriteHeading(ui, caption, message);
        var labels = new List<ChoiceLabel>();
        foreach (var choice in choices)
            labels.Add(ChoiceLabel.Parse(choice.Label));

        while (true)
        {
            foreach (var label in labels)
                ui.Write($"[{label.Key}] {label.Text}  ");
            ui.Write(defaultChoice >= 0 ? $"[?] Help (default is \"{labels[defaultChoice].Key}\"): " : "[?] Help: ");

            var answer = ReadLine(ui).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (answer == "?")
            {
                for (var i = 0; i < choices.Count; i++)
                    ui.WriteLine($"{labels[i].Key} - {choices[i].HelpMessage}");
                continue;
            }

            var index = labels.FindIndex(label => label.IsNamedBy(answer));
            if (index >= 0)
                return index;
        }
    }

    public static Dictionary<string, PSObject> AskFields(
        PSHostUserInterface ui,
        string? caption,
        string? message,
        Collection<FieldDescription> fields)
    {
        WriteHeading(ui, caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
            answers[field.Name] = PSObject.AsPSObject(AskField(ui, field));
        return answers;
    }

    public static PSCredential AskCredential(PSHostUserInterface ui, string? caption, string? message, string? userName)
    {
        WriteHeading(ui, caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ReadLine(ui);
        }

        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret(ui));
    }

    public static string ReadLine(PSHostUserInterface ui)
    {
        if (Console.In.ReadLine() is { } line)
            return line;
        ui.WriteLine();
        throw new PipelineStoppedException();
    }

    public static SecureString ReadSecret(PSHostUserInterface ui)
    {
        var secret = new SecureString();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }

        ui.WriteLine();
        secret.MakeReadOnly();
        return secret;
    }

    private static object AskField(PSHostUserInterface ui, FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? Type.GetType(field.ParameterTypeFullName) ?? typeof(string);
        if (type == typeof(PSCredential))
            return AskCredential(ui, field.Name, null, null);
        if (type.IsArray)
            return AskList(ui, field.Name);

        ui.Write($"{field.Name}: ");
        return type == typeof(SecureString) ? ReadSecret(ui) : ReadLine(ui);
    }

    // As in pwsh: one value a line, an empty line ends the list.
    private static string[] AskList(PSHostUserInterface ui, string name)
    {
        var values = new List<string>();
        while (true)
        {
            ui.Write(string.Create(CultureInfo.InvariantCulture, $"{name}[{values.Count}]: "));
            var value = ReadLine(ui);
            if (value.Length == 0)
                return [.. values];
            values.Add(value);
        }
    }

    private static void WriteHeading(PSHostUserInterface ui, string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
            ui.WriteLine(caption);
        if (!string.IsNullOrEmpty(message))
            ui.WriteLine(message);
    }
}
