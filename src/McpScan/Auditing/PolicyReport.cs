using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>The policy that an audit went by.</summary>
/// <param name="Name">What it calls itself; null where it has no name.</param>
/// <param name="Path">The file; null where only waivers were given.</param>
/// <param name="Digest">SHA-256 of the file's text; null where there is none.</param>
/// <param name="Day">The day of the audit: what is overdue or has expired is so on this day.</param>
/// <param name="Waivers">Its waivers, in the order in which they were written.</param>
public sealed record PolicyReport(string? Name, string? Path, ContentDigest? Digest, DateOnly? Day, ImmutableArray<WaiverReport> Waivers);
