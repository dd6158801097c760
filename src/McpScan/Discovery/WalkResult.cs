using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>What a walk met.</summary>
/// <param name="Files">The files, in ordinal order of their paths.</param>
/// <param name="Skipped">Files and folders that are not read, with the reason.</param>
/// <param name="SkippedFiles">How many of <paramref name="Skipped"/> are files.</param>
/// <param name="Notices">What went wrong.</param>
public sealed record WalkResult(ImmutableArray<InputFile> Files, ImmutableArray<CoverageGap> Skipped, int SkippedFiles, ImmutableArray<Notice> Notices);
