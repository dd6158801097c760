using System.Collections.Immutable;

namespace McpScan.Standards;

/// <summary>The controls that a policy can require of every server; the check <c>policy-control</c> knows what shows each.</summary>
public static class Controls
{
    public static readonly ImmutableArray<(string Name, string Doc)> All =
    [
        ("authentication", "each remote endpoint declares how callers prove who they are"),
        ("pinned-versions", "each package or image that is started is named with one exact version or digest"),
        ("integrity", "each package carries a digest of its bytes"),
        ("permission-profile", "a permission profile or capability manifest says what the server may do"),
        ("tool-allow-list", "each entry of a client names the tools that may be used"),
        ("secret-references", "no secret is written out; each is a reference"),
    ];
}
