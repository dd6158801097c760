using McpScan.Checks;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>Makes the client ask before a call again.</summary>
internal static class AskFirstReplacer
{
    public static Proposal? Propose(ReplacementInput input)
    {
        Proposal? proposal = null;
        foreach (var hit in input.Hits)
        {
            proposal ??= new Proposal("Let the client ask: take the entry out, or name single tools that only read.");
            if (input.PathOf(hit) is { } path)
            {
                proposal.Add(Changes(path, hit));
            }
        }

        return proposal;
    }

    private static List<TextChange>? Changes(TreePath path, Hit hit)
    {
        if (path.Container is ArrayNode list)
        {
            return path.Leaf.ContentSpan == hit.Span ? Layout.RemoveItems(list, path.Index, path.Index) : null;
        }

        if (path.Leaf is { Kind: ScalarKind.Boolean, Value: "true" })
        {
            return [new TextChange(path.Leaf.Span, "false")];
        }

        // What the clients call the setting that asks.
        var calm = path.Container.Members[path.Index].Name.Value switch
        {
            "default_tools_approval_mode" or "approval_mode" => "prompt",
            "approval_policy" => "on-request",
            "sandbox_mode" => "workspace-write",
            "GOOSE_MODE" => "approve",
            "defaultMode" or "defaultApprovalMode" => "default",
            "require_approval" => "always",
            "permission" or "bash" or "*" => "ask",
            _ => null,
        };
        return calm is not null && Layout.Replace(path.Leaf, path.Leaf.ContentSpan, calm) is { } change ? [change] : null;
    }
}
