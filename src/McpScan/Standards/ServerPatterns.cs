using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Standards;

/// <summary>The entries of <c>servers.allowed</c> or <c>servers.denied</c>.</summary>
/// <param name="Key">The key, where a finding says that the policy asks for it.</param>
/// <param name="Entries">The entries, in the order in which they were written.</param>
public sealed record ServerPatterns(ScalarNode Key, ImmutableArray<ServerPattern> Entries);
