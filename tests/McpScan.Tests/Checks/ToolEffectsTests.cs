using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Tests.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Checks;

public sealed class ToolEffectsTests
{
    [Theory]
    [InlineData("list_invoices", "Reads")]
    [InlineData("list_deleted_invoices", "Reads")]
    [InlineData("get_payment", "Reads")]
    [InlineData("update_invoice", "Changes")]
    [InlineData("remove_label", "Changes")]
    [InlineData("delete_invoice", "Destroys")]
    [InlineData("billing.delete_invoice", "Destroys")]
    [InlineData("refund_payment", "Pays")]
    [InlineData("transfer_funds", "Pays")]
    [InlineData("transfer_file", "Changes")]
    [InlineData("frobnicate", "Unknown")]
    public void A_name_tells_the_effect(string name, string effect) => ToolEffects.Of(name, Lists.BuiltIn).ToString().ShouldBe(effect);

    [Fact]
    public void A_definition_tells_more_than_a_name()
    {
        var tool = Take.Tool("""{ "name": "tidy", "description": "Deletes all files of a folder." }""");

        ToolEffects.Of(new GrantedTool(new Untrusted("tidy"), true, tool), Lists.BuiltIn).ShouldBe(ToolEffect.Destroys);
        ToolEffects.Of(new GrantedTool(new Untrusted("tidy"), true), Lists.BuiltIn).ShouldBe(ToolEffect.Unknown);
    }
}
