namespace McpScan.Tests.Checks.Flows;

/// <summary>A tool's definition, and the parts that it plays: U text by strangers, P private data, O a way out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Parameter">Its only parameter.</param>
/// <param name="Parts">A letter for each part.</param>
internal sealed record FlowTool(string Name, string Description, string Parameter, string Parts)
{
    public override string ToString() =>
        $$"""{ "name": "{{Name}}", "description": "{{Description}}", "inputSchema": { "type": "object", "properties": { "{{Parameter}}": { "type": "string" } } } }""";
}

/// <summary>Tools with known parts.</summary>
internal static class FlowTools
{
    public static readonly FlowTool Page = new("fetch_page", "Fetches a web page and returns its text.", "url", "UO");
    public static readonly FlowTool Contacts = new("read_contacts", "Reads the contacts of the address book.", "query", "P");
    public static readonly FlowTool Inbox = new("read_inbox", "Reads the mails of the inbox.", "query", "UP");
    public static readonly FlowTool News = new("get_news", "Returns the latest headlines of a news feed.", "topic", "U");
    public static readonly FlowTool Send = new("send_email", "Sends an email.", "body", "O");
    public static readonly FlowTool Sum = new("add", "Adds two numbers.", "a", "");
    public static readonly FlowTool Shell = new("run_command", "Runs a shell command.", "command", "");

    /// <summary>Those that play parts on the way of private data, and one that does not.</summary>
    public static readonly FlowTool[] All = [Page, Contacts, Inbox, News, Send, Sum];

    /// <summary>The same tool under a name of its own.</summary>
    public static FlowTool Named(FlowTool tool, string suffix) => tool with { Name = tool.Name + "_" + suffix };
}
