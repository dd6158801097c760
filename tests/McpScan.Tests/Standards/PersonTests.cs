using McpScan.Standards;

namespace McpScan.Tests.Standards;

public sealed class PersonTests
{
    [Theory]
    [InlineData("Ada Lovelace", "ada  lovelace ", true)]
    [InlineData("Ada Lovelace <ada@acme.example>", "ADA@acme.example", true)]
    [InlineData("Ada Lovelace <ada@acme.example>", "Ada Lovelace", true)]
    [InlineData("Ada Lovelace <ada@acme.example>", "A. Lovelace <ada@acme.example>", true)]
    [InlineData("Ada Lovelace", "Grace Hopper", false)]
    [InlineData("Ada <ada@acme.example>", "Grace <grace@acme.example>", false)]
    [InlineData("", "", false)]
    [InlineData("<>", "<>", false)]
    public void A_person_is_told_by_name_or_address(string one, string other, bool isSame)
    {
        Person.IsSame(one, other).ShouldBe(isSame);
        Person.IsSame(other, one).ShouldBe(isSame);
    }
}
