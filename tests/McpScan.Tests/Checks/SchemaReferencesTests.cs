using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Checks;

/// <summary>Loops of references, and only these, in schemas of any size.</summary>
public sealed class SchemaReferencesTests
{
    [Theory]
    [InlineData("""{ "properties": { "a": { "$ref": "#" } } }""", "#")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/n" } }, "$defs": { "n": { "properties": { "next": { "$ref": "#/$defs/n" } } } } }""", "#/$defs/n")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/x" } }, "$defs": { "x": { "$ref": "#/$defs/y" }, "y": { "$ref": "#/$defs/x" } } }""", "#/$defs/y #/$defs/x")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/x" } }, "$defs": { "x": { "type": "string" } } }""", "")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/x" } }, "$defs": { "x": { "properties": { "y": { "$ref": "#/$defs/z" } } }, "z": { "type": "string" } } }""", "")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/nowhere" }, "b": { "$ref": "https://example.com/#" } } }""", "")]
    public void A_reference_that_leads_back_is_in_a_loop(string schema, string looping) => Loops(schema).ShouldBe(looping);

    [Fact]
    public void Ten_thousand_properties_that_lead_to_each_other_are_followed_in_bounds()
    {
        var ring = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\":{{\"$ref\":\"#/properties/p{(i + 1) % 1_000}\"}}"));

        Loops($$"""{ "type": "object", "properties": { {{ring}} } }""").Split(' ').Length.ShouldBe(1_000);
    }

    [Fact]
    public void A_root_that_all_refer_to_is_one_loop()
    {
        var all = string.Join(",", Enumerable.Range(0, 3_000).Select(i => $"\"p{i}\":{{\"$ref\":\"#\"}}"));

        Loops($$"""{ "type": "object", "properties": { {{all}} } }""").Split(' ').Length.ShouldBe(2_048);
    }

    private static string Loops(string schema)
    {
        var tool = Take.Tool($$"""{ "name": "t", "inputSchema": {{schema}} }""");
        var references = SchemaReferences.Of(tool);
        return string.Join(' ', tool.Select(ToolFields.SchemaReference).Select(entry => (ScalarNode)entry.Node).Where(references.IsLooping).Select(node => node.Value));
    }
}
