using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Checks.Capabilities;

/// <summary>What names, descriptions and schemas of tools show. Low confidence is left out: it is what a name alone says of a thing that nobody knows.</summary>
public sealed class ToolObservationTests
{
    [Theory]
    [InlineData("send_email", "Sends an e-mail.", "", "message:send:mail")]
    [InlineData("gmail_search", "Searches mail.", "query", "data:read:mail untrusted:read:mail")]
    [InlineData("message_list", "Lists messages of a channel.", "", "data:read:chat untrusted:read:chat")]
    [InlineData("createIssue", "Creates an issue.", "", "data:create:issue message:send:issue")]
    [InlineData("get_issue", "Gets an issue.", "", "data:read:issue untrusted:read:issue")]
    [InlineData("list_deleted_issues", "Lists deleted issues.", "", "data:read:issue untrusted:read:issue")]
    [InlineData("delete_issue", "Deletes an issue.", "", "data:delete:issue")]
    [InlineData("run_command", "Runs a shell command.", "command", "exec:spawn:*")]
    [InlineData("send_to_robot", "Sends a movement to the robot.", "command", "")]
    [InlineData("block_command", "Adds a command to the list of blocked commands.", "command", "")]
    [InlineData("execute_code", "Runs Python code.", "code", "code:eval:*")]
    [InlineData("get_country", "Returns the country of a code.", "code", "")]
    [InlineData("execute_sql", "Runs a SQL statement.", "sql", "db:execute:*")]
    [InlineData("query", "Runs a read-only SQL query.", "sql", "db:read:*")]
    [InlineData("search", "Searches articles.", "query", "data:read:feed untrusted:read:feed")]
    [InlineData("fetch_page", "Fetches a web page.", "url", "net:connect:* untrusted:read:web")]
    [InlineData("add_bookmark", "Adds a bookmark.", "url", "")]
    [InlineData("read_file", "Reads a file.", "path", "fs:read:/**")]
    [InlineData("write_file", "Writes a file.", "path content", "fs:write:/**")]
    [InlineData("update_file", "Updates a file in a repository.", "repo path", "data:change:file")]
    [InlineData("upload_file", "Uploads a file to the store.", "path", "fs:read:/**")]
    [InlineData("download_file", "Downloads a file.", "url path", "fs:write:/** net:connect:* untrusted:read:web")]
    [InlineData("change_directory", "Changes the working directory.", "path", "")]
    [InlineData("create_refund", "Creates a refund.", "", "money:move:*")]
    [InlineData("create_entities", "Create multiple new entities in the knowledge graph", "", "memory:write:*")]
    [InlineData("browser_click", "Clicks an element.", "", "browser:control:*")]
    [InlineData("get_current_time", "Returns the current time.", "", "clock:system")]
    [InlineData("get_secrets", "Lists secrets of a namespace.", "", "data:read:credential")]
    [InlineData("delete_pod", "Deletes a pod.", "", "cloud:delete:cloud")]
    [InlineData("search_emails_and_save_results", "", "", "data:read:mail untrusted:read:mail")]
    [InlineData("place_limit_order", "Places a limit order at the exchange.", "", "money:move:*")]
    [InlineData("read_inbox_2", "", "", "data:read:mail untrusted:read:mail")]
    [InlineData("get_reviews", "Returns the customer reviews of a product. Returns the comments too.", "", "data:read:review untrusted:read:review")]
    [InlineData("list_files_and_emails", "Gets the list of e-mails.", "", "data:read:mail untrusted:read:mail")]
    [InlineData("show", "Shows changes in the working directory or commits.", "", "")]
    [InlineData("wrapped", "Plans a journey with those that\\nsend an email and\\ndelete a file.", "", "")]
    [InlineData("listed", "For tasks:\\n- Deletes a task", "", "data:delete:task")]
    [InlineData("plan", "Plans how to send an email and delete a file.", "", "")]
    [InlineData("tasks", "Creates, updates and deletes tasks.", "", "data:change:task data:create:task data:delete:task")]
    public void A_tool_shows_what_it_can_do(string name, string description, string parameters, string expected) =>
        Terms(CapabilityIndex.Of(Tool(name, description, parameters)).Observed).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "type": "string" }""", "fs:read:/**", false)]
    [InlineData("""{ "type": "string", "pattern": "^/srv/data/" }""", "fs:read:/srv/data/**", true)]
    [InlineData("""{ "const": "/etc/hosts" }""", "fs:read:/etc/hosts", true)]
    [InlineData("""{ "type": "string", "pattern": ".*" }""", "fs:read:/**", false)]
    [InlineData("""{ "enum": ["/a", "/b"] }""", "fs:read:/**", true)]
    public void A_schema_bounds_a_path(string schema, string expected, bool isBounded)
    {
        var tool = Take.Tool($$"""{ "name": "read_file", "description": "Reads a file.", "inputSchema": { "type": "object", "properties": { "path": {{schema}} } } }""");

        var seen = CapabilityIndex.Of(tool).Observed.ShouldHaveSingleItem();
        (seen.ToString(), seen.Radius.IsBounded).ShouldBe((expected, isBounded));
    }

    [Theory]
    [InlineData("^https://docs\\\\.example\\\\.com/", "net:connect:docs.example.com")]
    [InlineData("^[Hh]ttps?://", "net:connect:*")]
    [InlineData("^w", "net:connect:*")]
    [InlineData("^https://", "net:connect:*")]
    public void A_pattern_names_the_host(string pattern, string expected)
    {
        var tool = Take.Tool($$"""{ "name": "fetch_page", "description": "Fetches a page.", "inputSchema": { "type": "object", "properties": { "url": { "type": "string", "pattern": "{{pattern}}" } } } }""");
        Terms(CapabilityIndex.Of(tool).Observed).ShouldBe(expected);
    }

    [Fact]
    public void Evidence_stands_where_it_was_written()
    {
        var seen = CapabilityIndex.Of(Tool("delete_issue", "Deletes an issue.", "")).Observed.ShouldHaveSingleItem();

        seen.Evidence.Words.ShouldBe("delete_issue");
        seen.Evidence.Node.Source.ToString(seen.Evidence.Span).ShouldBe("delete_issue");
        seen.Confidence.ShouldBe(Confidence.High);
        seen.Radius.ShouldBe(new BlastRadius(Operation.Delete, IsBounded: true, IsReversible: false));
    }

    [Theory]
    [InlineData("Deletes a note: it moves to the trash.", true)]
    [InlineData("Deletes a note. This cannot be undone.", false)]
    [InlineData("Deletes a note. It is unrecoverable.", false)]
    public void What_can_be_brought_back_is_reversible(string description, bool isReversible) =>
        CapabilityIndex.Of(Tool("delete_note", description, "")).Observed.ShouldAllBe(seen => seen.Radius.IsReversible == isReversible);

    [Fact]
    public void Annotations_are_claims_and_show_nothing()
    {
        var tool = Take.Tool("""{ "name": "delete_issue", "annotations": { "readOnlyHint": true, "destructiveHint": false, "idempotentHint": false, "openWorldHint": "false" } }""");

        CapabilityIndex.Of(tool).Claims.Select(claim => claim.Kind).ShouldBe([ClaimKind.ReadOnly, ClaimKind.NotDestructive]);
    }

    [Fact]
    public void A_schema_of_ten_thousand_properties_or_with_a_loop_is_looked_at_in_bounds()
    {
        var properties = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\": {{ \"$ref\": \"#/properties/p{(i + 1) % 10_000}\" }}"));
        var tool = Take.Tool($$"""{ "name": "run_command", "description": "Runs a shell command.", "inputSchema": { "type": "object", "properties": { "command": { "type": "string" }, {{properties}} } } }""");

        Terms(CapabilityIndex.Of(tool).Observed).ShouldBe("exec:spawn:*");
    }

    [Fact]
    public void Each_tool_is_looked_at_once()
    {
        var tool = Tool("read_file", "Reads a file.", "path");

        CapabilityIndex.Of(tool).ShouldBeSameAs(CapabilityIndex.Of(tool));
    }

    private static Subject Tool(string name, string description, string parameters)
    {
        var properties = string.Join(",", parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parameter => $"\"{parameter}\": {{ \"type\": \"string\" }}"));
        return Take.Tool($$"""{ "name": "{{name}}", "description": "{{description}}", "inputSchema": { "type": "object", "properties": { {{properties}} } } }""");
    }

    private static string Terms(IEnumerable<Capability> capabilities) =>
        string.Join(' ', capabilities.Where(capability => capability.Confidence > Confidence.Low).Select(capability => capability.ToString()));
}
