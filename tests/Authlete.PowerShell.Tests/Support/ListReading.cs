using System;
using System.Collections.Generic;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A page of a list.</summary>
/// <param name="Keys">The keys of the objects on the page.</param>
/// <param name="Total">The total number of objects.</param>
internal sealed record ListPage(IReadOnlyList<string> Keys, int? Total);

/// <summary>Reads a list to its end by the module's rules for lists that change in the meantime.</summary>
internal sealed class ListReading
{
    private static readonly Type s_position = ImportedModule.Module.GetType(
        "Authlete.PowerShell.Cmdlets.ListPosition",
        throwOnError: true
    )!;

    private readonly object _position;

    private ListReading(long skip, int pageSize) => _position = Activator.CreateInstance(s_position, skip, pageSize)!;

    /// <summary>The keys of new objects, in order.</summary>
    public List<string> Written { get; } = [];

    public int Requests { get; private set; }

    /// <summary>The message of the error that ended the reading; null if the list was read completely.</summary>
    public string? Error { get; private set; }

    /// <param name="pageSize">The number of objects to request at once.</param>
    /// <param name="server">Returns the page for a start and an end.</param>
    /// <param name="skip">The first position to return.</param>
    public static ListReading Run(int pageSize, Func<long, long, ListPage> server, long skip = 0)
    {
        var reading = new ListReading(skip, pageSize);
        while (!(bool)reading.Get("IsAtEnd") && reading.Error is null)
        {
            // Fail the test if a rule never ends, instead of blocking the run.
            if (++reading.Requests > 100_000)
            {
                throw new InvalidOperationException("The list is read for ever.");
            }

            reading.Read(pageSize, server);
        }

        return reading;
    }

    private void Read(int pageSize, Func<long, long, ListPage> server)
    {
        var start = (long)Get("Start");
        var end = (long)s_position.GetMethod("EndFor")!.Invoke(_position, [(long)pageSize])!;
        var page = server(start, end);
        try
        {
            var isNew = (bool[])s_position.GetMethod("Accept")!.Invoke(_position, [page.Keys, page.Total, end - start])!;
            for (var i = 0; i < isNew.Length; i++)
            {
                if (isNew[i])
                {
                    Written.Add(page.Keys[i]);
                }
            }
        }
        catch (TargetInvocationException e) when (e.InnerException!.GetType().Name == "SetupException")
        {
            Error = e.InnerException.Message;
        }
    }

    private object Get(string property) => s_position.GetProperty(property)!.GetValue(_position)!;
}
