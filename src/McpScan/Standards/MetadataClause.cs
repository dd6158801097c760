using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Standards;

/// <summary>What a policy wants to be declared of each server, in the words of <see cref="MetadataItems"/>.</summary>
/// <param name="Key">The key <c>metadata</c>.</param>
/// <param name="Required">What must be declared.</param>
/// <param name="DataClassifications">The classes of data that may be declared; null where any may.</param>
/// <param name="ReviewWithin">How many days after the last audit the next one is due, where a server declares no shorter interval; null where the policy sets none.</param>
public sealed record MetadataClause(ScalarNode Key, ImmutableArray<string> Required, Patterns? DataClassifications, int? ReviewWithin);
