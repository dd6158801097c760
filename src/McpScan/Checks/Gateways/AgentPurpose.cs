using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Compares what an agent is for with what the tools in its reach do.</summary>
public sealed class AgentPurpose : ICheck
{
    private static readonly string[] ReadOnly = ["read-only", "read only", "readonly", "read_only", "reads only", "only reads"];

    public string Name => "agent-purpose";

    public string Summary => "Finds a tool that changes, destroys or pays within the reach of an agent whose name or description says that it only reads.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (!Says(input.Subject, AgentFields.Name) && !Says(input.Subject, AgentFields.Description))
        {
            yield break;
        }

        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var grant in input.Gateway?.AgentOf(input.Subject)?.Usable ?? [])
        {
            foreach (var tool in grant.Whole is null || servers.Add(grant.Name.Raw) ? grant.Tools : [])
            {
                if (ToolEffects.Of(tool, input.Lists) is ToolEffect.Changes or ToolEffect.Destroys or ToolEffect.Pays)
                {
                    yield return Hit.On(tool.Place ?? grant.Place) with
                    {
                        Values = ImmutableDictionary<string, string>.Empty.Add("tool", tool.Name.Raw).Add("owner", grant.Name.Raw),
                    };
                }
            }
        }
    }

    private static bool Says(Subject agent, Field field) =>
        agent.FirstText(field) is { } text && Array.Exists(ReadOnly, words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
