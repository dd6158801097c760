using System.Collections.Immutable;

namespace McpScan.Checks;

/// <summary>Compares the limits of a gateway with the tools of its servers.</summary>
public sealed class UnlimitedTool : ICheck
{
    public string Name => "unlimited-tool";

    public string Summary => "Finds the first tool of the gateway's servers that destroys or pays and has no limit of their own, where no default covers it; the hit is the name of the section.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Gateway is { } gateway && LimitIndex.Of(gateway, input.Lists).Unlimited is var (server, tool))
        {
            yield return new Hit(input.Subject.Definition, input.Subject.Location.Span) with
            {
                Related = [(tool.Definition?.Location ?? server.Self.Location, "the tool's server")],
                Values = ImmutableDictionary<string, string>.Empty.Add("tool", tool.Name.Raw).Add("owner", server.Name.Raw),
            };
        }
    }
}
