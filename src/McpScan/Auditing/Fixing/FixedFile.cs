namespace McpScan.Auditing;

/// <summary>A file after its mending, in memory.</summary>
/// <param name="Path">Its path in the report.</param>
/// <param name="Bytes">Its new bytes: the encoding and the byte-order mark are kept.</param>
/// <param name="Diff">What changed, for a person: secrets masked, controls shown.</param>
/// <param name="Mended">How many findings were mended.</param>
public sealed record FixedFile(string Path, byte[] Bytes, string Diff, int Mended);
