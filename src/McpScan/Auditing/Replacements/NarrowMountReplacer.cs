namespace McpScan.Auditing;

/// <summary>Grants the open folder instead of the whole disk or home.</summary>
internal static class NarrowMountReplacer
{
    public static Proposal? Propose(ReplacementInput input)
    {
        var hit = input.Hits[0];
        var folder = input.Client?.Workspace;
        var line = CommandLineText.With(input.Subject, hit.Span, folder ?? "<folder>");
        var proposal = new Proposal($"Grant the one folder that the server works in{(line is null ? "." : $": {line}")}");
        foreach (var granted in folder is null ? [] : input.Hits)
        {
            if (input.PathOf(granted) is { } path && Layout.Replace(path.Leaf, granted.Span, folder!) is { } change)
            {
                proposal.Add([change]);
            }
        }

        return proposal;
    }
}
