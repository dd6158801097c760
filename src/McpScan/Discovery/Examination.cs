using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>What came of one file that was met, the members of an archive included. Each worker fills its own.</summary>
internal sealed class Examination
{
    /// <summary>Artifacts that a recogniser knew.</summary>
    public List<(Artifact Artifact, ArtifactModel Model)> Recognised { get; } = [];

    /// <summary>Archives that were opened.</summary>
    public List<InputArtifact> Archives { get; } = [];

    /// <summary>Artifacts that have duplicate members, recognised or not.</summary>
    public List<Subject> Files { get; } = [];

    /// <summary>What could not or must not be read.</summary>
    public List<CoverageGap> Skipped { get; } = [];

    /// <summary>What was read or seen and is not understood.</summary>
    public List<CoverageGap> NotExamined { get; } = [];

    public List<Notice> Notices { get; } = [];

    /// <summary>Files met: the file itself and the members of an archive.</summary>
    public int Seen { get; set; }

    /// <summary>Records a file that was lost, so that the audit is incomplete.</summary>
    public void Lose(string path, string reason, string message)
    {
        Skipped.Add(new CoverageGap(path, reason));
        Notices.Add(new Notice(NoticeSeverity.Error, message, path));
    }
}
