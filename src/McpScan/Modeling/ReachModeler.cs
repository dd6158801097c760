using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Makes of an agent the set of tools within its reach, which rules on flows ask about.</summary>
public static class ReachModeler
{
    /// <summary>What follows the agent's id in that of its reach.</summary>
    public const string Suffix = "/reach";

    /// <summary>The reach as a subject; null where fewer than two tools are known, between which nothing can flow.</summary>
    public static Subject? Of(Agent agent)
    {
        var entries = ImmutableArray.CreateBuilder<FieldEntry>();
        foreach (var tool in agent.Usable.SelectMany(static grant => grant.Tools))
        {
            if (tool.Definition?.First(ToolFields.Name) is { } name)
            {
                entries.Add(new FieldEntry(ReachFields.Tool, name));
            }
        }

        if (entries.Count < 2)
        {
            return null;
        }

        var id = agent.Id + Suffix;
        var first = entries[0].Node;
        return new Subject(SubjectKind.Reach, id, agent.Name, agent.Subject?.Location ?? new Location(first.Source, first.Span, id), agent.Subject?.Definition ?? first, entries.ToImmutable());
    }
}
