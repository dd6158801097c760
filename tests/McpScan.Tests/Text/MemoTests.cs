using McpScan.Text;
using Shouldly;

namespace McpScan.Tests.Text;

public sealed class MemoTests
{
    [Fact]
    public void A_thing_is_made_once_for_each_type()
    {
        var memo = new Memo();
        var calls = 0;

        var first = memo.Of("owner", owner => Make(owner));
        memo.Of("owner", static owner => owner.ToCharArray()).ShouldBe("owner");

        memo.Of("owner", owner => Make(owner)).ShouldBeSameAs(first);
        calls.ShouldBe(1);

        List<string> Make(string owner)
        {
            calls++;
            return [owner];
        }
    }

    [Fact]
    public void Workers_who_ask_at_once_get_the_same()
    {
        var memo = new Memo();
        var got = new object[64];

        Parallel.For(0, got.Length, i => got[i] = memo.Of(memo, static _ => new List<int>()));

        got.ShouldAllBe(thing => ReferenceEquals(thing, got[0]));
    }
}
