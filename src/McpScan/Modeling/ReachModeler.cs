using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Makes of an agent the set of tools within its reach, which rules on flows ask about.</summary>
public static class ReachModeler
{
    /// <summary>What follows the agent's id in that of its reach.</summary>
    public const string Suffix = "/reach";

    /// <summary>The reach as a subject; null where it holds fewer than two things, between which nothing can flow: tools that are known, and servers whose tools nobody captured.</summary>
    public static Subject? Of(Agent agent)
    {
        var entries = ImmutableArray.CreateBuilder<FieldEntry>();
        var uncaptured = 0;
        DataNode? first = null;
        foreach (var grant in agent.Usable)
        {
            first ??= grant.Place;
            uncaptured += grant.Uncaptured.Length;
            foreach (var tool in grant.Tools)
            {
                if (tool.Definition?.First(ToolFields.Name) is { } name)
                {
                    entries.Add(new FieldEntry(ReachFields.Tool, name));
                }
            }
        }

        if (agent.IsBeyondBounds || entries.Count + uncaptured < 2)
        {
            return null;
        }

        var id = agent.Id + Suffix;
        return new Subject(
            SubjectKind.Reach, id, agent.Name, agent.Subject?.Location ?? new Location(first!.Source, first.Span, id), agent.Subject?.Definition ?? first!, entries.ToImmutable());
    }
}
