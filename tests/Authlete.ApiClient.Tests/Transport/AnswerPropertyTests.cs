using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Tests.Json;
using Authlete.ApiClient.Transport;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Any response of a server is a result or an AuthleteApiException, and never another exception.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly Operation[] s_operations =
    [
        Operations.Info,
        Operations.ClientGet,
        Operations.ClientGetList,
        Operations.ClientDelete,
        Operations.ServiceGet,
        Operations.AuthIntrospection,
        Operations.ServiceJwksGet,
    ];

    private static readonly Gen<int> s_status = Gen.Frequency((3, Gen.Const(200)), (1, Gen.Int[200, 299]), (3, Gen.Int[100, 599]));

    private static readonly Gen<string?> s_mediaType = Gen.OneOf<string?>(null, "application/json", "text/html", "a b;;", "*/*", "é");

    [Fact]
    public void Any_bytes_with_any_status_are_a_result_or_an_error_of_the_API()
    {
        Gen.Select(GeneratedBytes.Any, Gen.OneOf(s_operations), s_status, s_mediaType)
            .Sample(
                (body, operation, status, mediaType) =>
                {
                    if (TryRead(operation, body, status, mediaType) is { } view)
                    {
                        ReadEverything(view);
                    }
                },
                iter: 2000
            );
    }

    [Fact]
    public void A_valid_result_is_kept_as_received()
    {
        Gen.Select(GeneratedBytes.Json, Gen.OneOf(s_operations))
            .Sample(
                (json, operation) =>
                {
                    if (TryRead(operation, Encoding.UTF8.GetBytes(json), 200, "application/json") is { } view)
                    {
                        ReadEverything(view);

                        Assert.Equal(json, view.ToJson());
                    }
                },
                iter: 1000
            );
    }

    [Fact]
    public void Any_text_read_as_JSON_is_a_value_or_a_FormatException()
    {
        Gen.OneOf(Gen.String, GeneratedBytes.Any.Select(Encoding.UTF8.GetString), GeneratedBytes.Any.Select(Encoding.Latin1.GetString))
            .Sample(
                text =>
                {
                    try
                    {
                        ReadEverything(JsonView.Parse(text));
                    }
                    catch (FormatException e)
                    {
                        Assert.True(text.Length < 8 || !e.Message.Contains(text, StringComparison.Ordinal), e.Message);
                    }
                },
                iter: 2000
            );
    }

    private static JsonView? TryRead(Operation operation, byte[] body, int status, string? mediaType)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (mediaType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        response.Headers.WwwAuthenticate.Add(new AuthenticationHeaderValue("Basic"));
        try
        {
            return ResponseReader
                .Read(new ApiCall(operation), Calls.Credential, response, body, TimeSpan.Zero, CancellationToken.None)
                .Body;
        }
        catch (AuthleteApiException e)
        {
            Assert.NotEmpty(e.Message);
            Assert.Equal(status, e.StatusCode);
            return null;
        }
    }

    private static void ReadEverything(JsonView view)
    {
        TypedProperties.ReadAll(view);
        view.ReadMembers();
        Assert.NotNull(view.ToString());
    }
}
