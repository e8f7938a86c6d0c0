namespace Authlete.Sandbox.Authorization;

internal enum ResponsePlace
{
    Query,
    Fragment,
    FormPost,
}

/// <summary>The place of the parameters in an authorization response, and whether they are in a JWT (JARM).</summary>
internal readonly record struct ResponseMode(ResponsePlace Place, bool Jwt)
{
    public static ResponseMode Default(ResponseType responseType) =>
        new(responseType.IsFrontChannel ? ResponsePlace.Fragment : ResponsePlace.Query, Jwt: false);

    public static bool TryParse(string text, ResponseType responseType, out ResponseMode mode)
    {
        ResponseMode? parsed = text switch
        {
            "query" => new ResponseMode(ResponsePlace.Query, false),
            "fragment" => new ResponseMode(ResponsePlace.Fragment, false),
            "form_post" => new ResponseMode(ResponsePlace.FormPost, false),
            "query.jwt" => new ResponseMode(ResponsePlace.Query, true),
            "fragment.jwt" => new ResponseMode(ResponsePlace.Fragment, true),
            "form_post.jwt" => new ResponseMode(ResponsePlace.FormPost, true),
            "jwt" => Default(responseType) with { Jwt = true },
            _ => null,
        };
        mode = parsed ?? default;
        return parsed is not null;
    }
}
