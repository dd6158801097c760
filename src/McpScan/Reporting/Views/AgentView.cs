namespace McpScan.Reporting.Views;

/// <summary>An agent with its rows of the matrix.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The file that declares it.</param>
/// <param name="Rows">Its servers; never empty.</param>
/// <param name="RowCount">How many rows there are.</param>
/// <param name="ToxicFlows">How many toxic flows are within its reach; empty where there are none.</param>
internal sealed record AgentView(string Name, string Path, IReadOnlyList<GrantView> Rows, int RowCount, string ToxicFlows);

/// <summary>One server in the reach of an agent.</summary>
/// <param name="Server">The server as the agent names it; empty for an agent without any, and for the row that counts those that are left out.</param>
/// <param name="Standing">What comes of the grant.</param>
/// <param name="ToolCount">How many tools are named or known.</param>
/// <param name="Tools">The first of them, each with a remark where the server does not have it.</param>
/// <param name="Note">What is to be said besides: that all tools are within reach, or how many are left out.</param>
internal sealed record GrantView(string Server, string Standing, int ToolCount, IReadOnlyList<GrantedToolView> Tools, string Note);

internal sealed record GrantedToolView(string Name, bool IsMissing);
