namespace McpScan.Standards;

/// <summary>What a policy says about one kind of thing: capabilities, transports, sources of packages, licences.</summary>
/// <param name="Required">Each pattern must fit something of a server; null where nothing is required.</param>
/// <param name="Allowed">Whatever no pattern fits breaks the policy; null where anything is allowed.</param>
/// <param name="Forbidden">Whatever a pattern fits breaks the policy, also where it is allowed.</param>
public sealed record Terms(Patterns? Required, Patterns? Allowed, Patterns? Forbidden);
