using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Checks;

/// <summary>What names in the texts of a tool refer to.</summary>
public sealed class SubjectNamesTests
{
    private const string Tools = """
        {"tools":[
          {"name":"merge_owner","description":"Merges owners.","inputSchema":{"type":"object","properties":{"dry_run":{"type":"boolean"}}}},
          {"name":"list_categories","description":"Lists categories."}]}
        """;

    [Theory]
    [InlineData("merge_owner", "self this-tool identifier")]
    [InlineData("MergeOwner", "self this-tool identifier")]
    [InlineData("get_category", "own-tool identifier")]
    [InlineData("owner_id", "identifier")]
    [InlineData("dry_run", "parameter identifier")]
    [InlineData("merge_", "identifier")]
    [InlineData("send_mail", "foreign-tool identifier verb-name")]
    public void A_name_is_seen_from_the_tool_whose_text_it_stands_in(string name, string facts)
    {
        var server = Take.Server("tools.json", Tools);
        var tool = server.Tools.Single(tool => tool.Name.Raw == "merge_owner");
        var found = new SubjectNames(tool, ServerNames.Of(tool, server, [server], Lists.BuiltIn)).Resolve(name);

        FactNames.All.Where(known => found.Has(FactNames.Find(known)!.Value)).ShouldBe(facts.Split(' '), ignoreOrder: true);
    }
}
