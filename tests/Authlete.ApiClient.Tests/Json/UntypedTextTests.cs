using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

public sealed class UntypedTextTests
{
    [Fact]
    public void The_text_of_an_untyped_object_is_the_names_of_its_members()
    {
        var keys = JsonView.Parse<ServiceJwksGetResponse>("""{"keys":[{"kty":"oct","kid":"k1","k":"secret"},{}]}""").Keys!;

        Assert.Equal(["{kty, kid, k}", "{}"], keys.Select(key => key!.ToString()!));
    }

    [Fact]
    public void A_value_that_is_no_object_is_shown_as_its_type() =>
        Assert.Equal(typeof(JsonView).FullName, JsonView.Parse("[1]").ToString());

    [Fact]
    public void A_member_that_was_set_is_named_and_one_that_was_removed_is_not()
    {
        var view = JsonView.Parse("""{"a":1,"b":2}""");
        view.RemoveMember("a");
        view.SetMember("c", 3);

        Assert.Equal("{b, c}", view.ToString());
    }
}
