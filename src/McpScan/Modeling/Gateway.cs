using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>What the files of one folder say together about one gateway or central registry. Rules that compare agents, limits and servers look here.</summary>
/// <param name="Path">The folder, without a trailing slash; <c>.</c> at the root, and for all files where everything counts as installed together.</param>
/// <param name="Servers">The servers that it declares, by id.</param>
/// <param name="Subjects">Its files, agents, limits and audit trails, by id.</param>
/// <param name="Agents">Its agents, by id.</param>
public sealed record Gateway(string Path, ImmutableArray<Server> Servers, ImmutableArray<Subject> Subjects, ImmutableArray<Agent> Agents);
