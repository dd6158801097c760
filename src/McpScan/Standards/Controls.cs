using System.Collections.Immutable;

namespace McpScan.Standards;

/// <summary>The controls that a policy can require of every server; the check <c>policy-control</c> knows what shows each.</summary>
public static class Controls
{
    public static readonly ImmutableArray<(string Name, string Doc)> All =
    [
        ("authentication", "each remote endpoint says how callers prove who they are"),
        ("oauth", "each remote endpoint names the issuer and the audience of its tokens"),
        ("tool-scopes", "each remote endpoint says which scopes its tools need"),
        ("integrity", "each package and image carries a digest of its bytes"),
        ("permission-profile", "a permission profile or capability manifest says what the server may do"),
        ("tool-allow-list", "each entry of a client names the tools that may be used"),
        ("registration", "a central registry lists the server"),
        ("health-check", "the central registry says how the server's health is checked"),
        ("rate-limits", "its gateway limits how often tools are called"),
        ("audit-trail", "its gateway records calls"),
        ("agent-grants", "its gateway names the agents that may call the server"),
        ("human-approval", "no client approves its calls by itself, and its gateway, if any, asks a person before some"),
    ];
}
