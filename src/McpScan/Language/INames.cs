namespace McpScan.Language;

/// <summary>Says what a name that is spelled as programs do refers to, seen from the server whose text is read.</summary>
public interface INames
{
    /// <summary><see cref="Fact.OwnTool"/>, <see cref="Fact.NeighbourTool"/>, <see cref="Fact.Parameter"/>, or <see cref="Fact.ForeignTool"/> where nobody here is called so.</summary>
    FactSet Resolve(ReadOnlySpan<char> name);
}
