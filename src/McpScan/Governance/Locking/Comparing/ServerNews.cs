using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>What is told of a server as a whole, so that its definitions need not tell it again.</summary>
/// <param name="Artifacts">How its packages and images differ.</param>
/// <param name="Reach">What it reaches and did not reach.</param>
internal sealed record ServerNews(ImmutableArray<Change> Artifacts, ImmutableArray<Change> Reach)
{
    /// <summary>Whether a thing of that name is told to be new in the reach.</summary>
    public bool Tells(string name) => Reach.Any(change => change.Name == name);
}
