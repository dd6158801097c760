using System.Collections.Immutable;

namespace McpScan.Auditing;

/// <summary>What to write instead of what a finding points at.</summary>
/// <param name="Text">The replacement in words, secrets masked: the pinned command line, the reference, the narrower grant.</param>
/// <param name="Edits">The changes of the file that make it so, in order of place; empty where only a person can decide, as on a version.</param>
public sealed record Replacement(string Text, ImmutableArray<Edit> Edits);
