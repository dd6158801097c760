using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Everything found in a run, in a total order that depends on nothing but the input.</summary>
/// <param name="Inputs">The artifacts that were read and recognised.</param>
/// <param name="Servers">The servers, by id.</param>
/// <param name="Others">Subjects that belong to no server: client configurations, agents and limits, files, free permission profiles.</param>
/// <param name="Notices">What went wrong while reading.</param>
/// <param name="Coverage">What was seen, read, skipped and not examined.</param>
public sealed record Inventory(
    ImmutableArray<InputArtifact> Inputs,
    ImmutableArray<Server> Servers,
    ImmutableArray<Subject> Others,
    ImmutableArray<Notice> Notices,
    Coverage Coverage)
{
    /// <summary>The gateways, by folder.</summary>
    public ImmutableArray<Gateway> Gateways { get; init; } = [];

    /// <summary>Who may call what: the agents of gateways and the users of client configurations, by id.</summary>
    public ImmutableArray<Agent> Agents { get; init; } = [];

    /// <summary>Whether it was held against a lock; else there is nothing for rules about drift to ask.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Texts that could not be read whole: there a value may have become a name, under which no rule looks for secrets.</summary>
    public IEnumerable<SourceText> BrokenTexts =>
        Notices.Where(static notice => notice is { Severity: NoticeSeverity.Error, Location: not null }).Select(static notice => notice.Location!.Source).Distinct();
}

/// <summary>A file that was read and recognised.</summary>
/// <param name="Path">Relative path with forward slashes.</param>
/// <param name="Kind">What it was recognised as, such as <c>tools-list</c> or <c>client-config/cursor</c>.</param>
/// <param name="Sha256">Digest of the bytes on disk.</param>
public sealed record InputArtifact(string Path, string Kind, ContentDigest Sha256);

/// <summary>How much of the input the audit rests on.</summary>
/// <param name="FilesSeen">Files met, archive members included.</param>
/// <param name="FilesRead">Files read whole and recognised.</param>
/// <param name="FilesSkipped">Files or folders that could not or must not be read, with the reason.</param>
/// <param name="NotExamined">What was read but is not understood, or could not be seen at all, such as the tools of a server known only by its launch line.</param>
public sealed record Coverage(int FilesSeen, int FilesRead, ImmutableArray<CoverageGap> FilesSkipped, ImmutableArray<CoverageGap> NotExamined);

/// <summary>One gap in the coverage.</summary>
public sealed record CoverageGap(string Path, string Reason);
