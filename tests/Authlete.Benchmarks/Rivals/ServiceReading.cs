using System;
using System.Reflection;
using System.Text.Json;

namespace Authlete.Benchmarks;

/// <summary>One property of a service: through the module's type, and with System.Text.Json alone.</summary>
public static class ServiceReading
{
    private const string Name = "serviceName";

    /// <summary>Parses JSON with the module and reads the property, again and again.</summary>
    public static int ParseView(Type service, string json, int times)
    {
        var parse = NewParser(service);
        var read = NewGetter(service);
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            found += read(parse(json)) is not null ? 1 : 0;
        }

        return found;
    }

    /// <summary>The same with <see cref="JsonDocument"/>.</summary>
    public static int ParseDocument(string json, int times)
    {
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            using var document = JsonDocument.Parse(json);
            found += document.RootElement.GetProperty(Name).GetString() is not null ? 1 : 0;
        }

        return found;
    }

    /// <summary>Reads the property of one object of the module, again and again.</summary>
    public static int ReadView(Type service, string json, int times)
    {
        var view = NewParser(service)(json);
        var read = NewGetter(service);
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            found += read(view) is not null ? 1 : 0;
        }

        return found;
    }

    /// <summary>The same with one <see cref="JsonElement"/>.</summary>
    public static int ReadElement(string json, int times)
    {
        using var document = JsonDocument.Parse(json);
        var element = document.RootElement;
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            found += element.GetProperty(Name).GetString() is not null ? 1 : 0;
        }

        return found;
    }

    private static Func<string, object> NewParser(Type service) =>
        service.BaseType!.GetMethod("Parse", 1, [typeof(string)])!.MakeGenericMethod(service).CreateDelegate<Func<string, object>>();

    private static Func<object, string?> NewGetter(Type service) =>
        (Func<object, string?>)
            typeof(ServiceReading)
                .GetMethod(nameof(Bind), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(service)
                .Invoke(null, [service.GetProperty("ServiceName")!.GetMethod])!;

    private static Func<object, string?> Bind<T>(MethodInfo getter)
        where T : class
    {
        var read = getter.CreateDelegate<Func<T, string?>>();
        return instance => read((T)instance);
    }
}
