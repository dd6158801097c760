using System.Text;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/capabilities.md: what tools and servers can do, and how it is seen.</summary>
public static class CapabilitiesPage
{
    private const int Words = 8;

    public static string Render()
    {
        var page = new StringBuilder("""
            # Capabilities

            What a tool, a server or an agent can do is written `kind:action[,action]:scope`, in the grammar of [capgate](https://github.com/razukc/capgate). Every capability
            is *observed* (the definition shows it) or *declared* (a manifest, a profile or a permission says it), with the words that show or say it, a confidence, and a
            blast radius: the operation, whether something bounds it, and whether it can be undone. The JSON report holds them for every server and every tool; rules ask
            about them with the check [capability](checks.md#capability).

            ## Kinds

            Kinds that capgate does not know are McpScan's own. They are marked `"extension": true` in reports, and no manifest can declare them.


            """);
        page.Append(MarkdownText.Head("kind", "actions", "whose", "what it stands for"));
        foreach (var kind in CapabilityKinds.All)
        {
            page.Append(MarkdownText.Row(MarkdownText.Code(kind.Name), MarkdownText.Prose(string.Join(", ", kind.Actions)), kind.IsExtension ? "McpScan" : "capgate", MarkdownText.Prose(kind.Doc)));
        }

        page.Append("""

            ## What is observed

            - **Tools**: the verb and the object of the name, and of the sentences that open the description; a parameter for a command, code, a statement, an address or a
              path, and how far enum, const, pattern, format and length bound it. `list_deleted_files` lists. High confidence: the name says it. Medium: the description
              does. Low: the name does, of a thing that no list knows, as in `data:read:weather`.
            - **Launches**: mounts and granted folders, variables, the host's network, rights of a container or of Deno, the address behind a bridge.
            - **Packages**: what a published server or a library is for (`catalogs/lists/capability-packages.yaml`); a dependency is a weak sign.

            ## What is declared

            The capabilities of a capgate manifest; paths, hosts and ports of a ToolHive permission profile; the hosts that a Docker entry allows; the variables and folders
            that a `server.json`, a Docker entry or a bundle asks its user for. The annotations of a tool are *claims*: they say what it does not do.

            Declarations are compared with what they speak of: a list of hosts says nothing of files. One that is narrower than a schema is a good one; only what no
            declaration leaves room for is a finding.

            ## Flows

            Rules on [toxic flows](rules/toxic-flow.md) look at all that one agent can call: the servers of a client configuration, the grants of an agent, or with `--together`
            everything. A capture below the folder of a configuration, named like one of its servers, tells that server's tools. Of a server that nobody captured its
            package tells what it is for (`name/*` in a path); the report then says that not all was examined, and the rules that found nothing are incomplete.

            ## Things

            The objects of tools (`catalogs/lists/capability-words.yaml`). Reading what strangers write is `untrusted:read:<thing>` besides; sending or adding to a channel is
            `message:send:<thing>`.


            """);
        page.Append(MarkdownText.Head("thing", "seen as", "sensitivity", "strangers write it", "channel", "words, for example"));
        foreach (var thing in Lists.BuiltIn.Entries("capability-words")!["things"]!.Members)
        {
            var entry = thing.Value;
            page.Append(MarkdownText.Row(
                MarkdownText.Code(thing.Name.Value),
                MarkdownText.Code(entry["is"]?.AsString() ?? "data"),
                MarkdownText.Prose(entry["sensitivity"]?.AsString() ?? ""),
                entry["untrusted"] is null ? "" : "yes",
                entry["channel"] is null ? "" : "yes",
                MarkdownText.Prose(WordsOf(entry["words"]))));
        }

        return Page.Finish(page);
    }

    private static string WordsOf(DataNode? words)
    {
        var some = new List<string>(Words);
        foreach (var item in words is null ? [] : words.Items)
        {
            if (some.Count < Words)
            {
                some.Add(((ScalarNode)item).Value);
            }
        }

        return string.Join(", ", some);
    }
}
