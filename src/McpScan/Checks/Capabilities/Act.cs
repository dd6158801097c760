using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>A deed that a text says of a tool, with what it is done to.</summary>
/// <param name="Deed">The deed.</param>
/// <param name="Thing">What it is done to; null where the word is not known.</param>
/// <param name="Unknown">The unknown words that it is done to, joined by hyphens; empty where there are none.</param>
/// <param name="Text">Where it is said.</param>
/// <param name="Start">Where in the text the verb, or its object before it, begins.</param>
/// <param name="End">Where verb and object end.</param>
/// <param name="IsName">Whether it is the name that says it.</param>
internal readonly record struct Act(Deed Deed, Thing? Thing, string Unknown, ScalarNode Text, int Start, int End, bool IsName)
{
    /// <summary>Whether it takes something out of where it is kept.</summary>
    public bool IsReading => Deed is Deed.Read or Deed.Fetch;

    /// <summary>What it does to a record; null where it does nothing to it.</summary>
    public string? Action => Deed switch
    {
        Deed.Read or Deed.Fetch => "read",
        Deed.Create or Deed.Upload => "create",
        Deed.Change => "change",
        Deed.Delete => "delete",
        _ => null,
    };

    public CapabilityEvidence Evidence => new(Text, Start, End - Start);
}
