using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Faults;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox.Hosting;

/// <summary>Handles every request: records it, applies a planned fault, finds its operation, and writes the response.</summary>
internal sealed class Dispatcher(
    Installation installation,
    FaultQueue faults,
    DispatcherOptions options,
    Action<HttpRequest, string> record,
    CancellationToken stopping
)
{
    private readonly Authenticator _authenticator = new(installation);

    public async Task HandleAsync(HttpContext context)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var body = await ReadBodyAsync(context.Request, cancelled.Token);
            if (context.Request.Path.StartsWithSegments(FaultsEndpoint.Root, StringComparison.Ordinal))
            {
                var answer = FaultsEndpoint.Answer(
                    faults,
                    context.Request.Method,
                    context.Request.Path.Value!,
                    body,
                    context.Connection.RemoteIpAddress
                );
                await answer.WriteAsync(context.Response, cancelled.Token);
                return;
            }

            record(context.Request, body);
            var path = RelativePath(context.Request.Path);
            if (faults.Take(path, Routes.Operation(context.Request.Method, path)?.Id) is not { } fault)
            {
                await Answered(context.Request, path, body).WriteAsync(context.Response, cancelled.Token);
                return;
            }

            var call = new FaultedCall(fault, context, installation.Clock, () => faults.Hold(path), cancelled.Token);
            if (!await call.BeginAsync())
            {
                await call.EndAsync(() => Answered(context.Request, path, body));
            }
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static string RelativePath(PathString path) =>
        path.StartsWithSegments(ApiFacts.Current.BasePath, StringComparison.Ordinal, out var rest) ? rest.Value ?? "" : "";

    private static async Task<string> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private ApiAnswer Answer(HttpRequest request, string path, string body)
    {
        try
        {
            var route = Routes.Find(request.Method, path);
            var operation = route.Operation;
            var handler = Operations.Find(operation.Id);
            var anonymous = Operations.IsAnonymous(operation.Id);
            var service = anonymous ? null : _authenticator.Authenticate(operation, request.Headers.Authorization);
            if (handler is null)
            {
                throw new ApiException(403, "A001223", $"{operation.Path}, the feature behind this API is not part of the sandbox.");
            }

            var content = RequestBody.Read(operation, request.ContentType, body);
            if (!options.KeepUnknownMembers)
            {
                KnownMembers.KeepOnly(operation, content);
            }

            return handler(
                new ApiCall(operation, installation, service, route.Variable)
                {
                    Method = request.Method,
                    Query = ReadQuery(request, route, body),
                    Body = content,
                }
            );
        }
        catch (ApiException exception)
        {
            return exception.ToAnswer();
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // The caller gets the API's own error.
        {
            return new ApiException(500, "A001101", $"{path}, the sandbox failed: {exception.GetType().Name}.").ToAnswer();
        }
    }

    private static FormParameters ReadQuery(HttpRequest request, Route route, string body)
    {
        if (!FormParameters.TryParse((request.QueryString.Value ?? "").TrimStart('?'), out var query))
        {
            throw new ApiException(400, "A000201", "The query string is not form-urlencoded.");
        }

        if (route.Subject is { } subject)
        {
            query = query.With([KeyValuePair.Create("subject", subject)]);
        }

        return route.InBody ? query.With(RequestBody.ReadParameters(request.ContentType, body)) : query;
    }

    private HttpAnswer Answered(HttpRequest request, string path, string body)
    {
        var answer = Answer(request, path, body);
        var text = answer.ToText(options.WithType);
        return new HttpAnswer(
            answer.Status,
            new Dictionary<string, string> { ["Cache-Control"] = "no-store" },
            text is null ? null : Encoding.UTF8.GetBytes(text),
            "application/json;charset=UTF-8"
        );
    }
}

/// <summary>Options for handling requests.</summary>
/// <param name="WithType">Whether responses with a result code start with the member <c>type</c>.</param>
/// <param name="KeepUnknownMembers">Whether settings keep members that their types don't have.</param>
internal sealed record DispatcherOptions(bool WithType, bool KeepUnknownMembers);
