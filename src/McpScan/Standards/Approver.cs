namespace McpScan.Standards;

/// <summary>A person who may approve.</summary>
/// <param name="Name">Name, address or both: <c>Ada Lovelace &lt;ada@acme.example&gt;</c>.</param>
/// <param name="Role">Such as <c>security</c>; null where none is given.</param>
/// <param name="Key">The key that the person signs with: sha256: and the digest of the public key (SubjectPublicKeyInfo, DER); null where none is bound.</param>
public sealed record Approver(string Name, string? Role, string? Key);
