using System.Collections.Immutable;
using McpScan.Discovery;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Takes the inventory: files are examined in parallel, each into its own slot, then folded in the order of their paths.</summary>
public static class InventoryBuilder
{
    // Below this many files starting workers costs more than it gains.
    private const int FewFiles = 4;

    /// <summary>The inventory of files and folders on disk.</summary>
    /// <param name="paths">Files and folders as the user gave them.</param>
    /// <param name="options">How it is taken.</param>
    public static Inventory Build(IEnumerable<string> paths, InventoryOptions options) =>
        Fold(ArtifactWalker.Walk(paths, options.CurrentDirectory ?? Environment.CurrentDirectory, options.Limits), options);

    /// <summary>The inventory of files in memory, in any order; their paths are distinct.</summary>
    public static Inventory Build(IEnumerable<InputFile> files, InventoryOptions options)
    {
        var sorted = files.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return Fold(new WalkResult([.. sorted], [], 0, []), options);
    }

    private static Inventory Fold(WalkResult walk, InventoryOptions options)
    {
        var inputs = ImmutableArray.CreateBuilder<InputArtifact>();
        var others = ImmutableArray.CreateBuilder<Subject>();
        var notices = ImmutableArray.CreateBuilder<Notice>();
        var skipped = walk.Skipped.ToBuilder();
        var notExamined = ImmutableArray.CreateBuilder<CoverageGap>();
        var fragments = new List<ServerPart>();
        var recognised = new List<(Artifact Artifact, ArtifactModel Model)>();
        var seen = walk.SkippedFiles;
        notices.AddRange(walk.Notices);
        foreach (var slot in ExamineAll(walk.Files, options.Limits))
        {
            seen += slot.Seen;
            inputs.AddRange(slot.Archives);
            others.AddRange(slot.Files);
            skipped.AddRange(slot.Skipped);
            notExamined.AddRange(slot.NotExamined);
            notices.AddRange(slot.Notices);
            recognised.AddRange(slot.Recognised);
        }

        foreach (var (artifact, model) in recognised)
        {
            foreach (var fragment in model.Servers)
            {
                fragments.Add(new ServerPart(artifact, model.Kind, fragment));
            }

            SubjectFactory.AddOthers(artifact, model.Others, others);
        }

        var servers = ServerJoiner.Join(fragments, options.Together, out var homeless);
        foreach (var (artifact, model) in recognised)
        {
            if (model.Others.IsEmpty && IsHomeless(model, homeless))
            {
                notExamined.Add(new CoverageGap(artifact.Path, $"{model.Kind} without a trace of MCP in its folder"));
            }
            else
            {
                inputs.Add(new InputArtifact(artifact.Path, model.Kind, artifact.Sha256));
            }
        }

        foreach (var server in servers)
        {
            if (!HasTools(server))
            {
                notExamined.Add(new CoverageGap(server.Path, $"tool definitions of server '{server.Name}': no tools/list among the inputs"));
            }
        }

        inputs.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        others.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new Inventory(
            inputs.ToImmutable(), servers, others.ToImmutable(), notices.ToImmutable(),
            new Coverage(seen, inputs.Count, Sorted(skipped), Sorted(notExamined)));
    }

    private static Examination[] ExamineAll(ImmutableArray<InputFile> files, WalkLimits limits)
    {
        var slots = new Examination[files.Length];
        if (files.Length < FewFiles)
        {
            for (var i = 0; i < files.Length; i++)
            {
                slots[i] = Examiner.Examine(files[i], limits);
            }
        }
        else
        {
            Parallel.For(0, files.Length, i => slots[i] = Examiner.Examine(files[i], limits));
        }

        return slots;
    }

    private static bool IsHomeless(ArtifactModel model, HashSet<ServerFragment> homeless)
    {
        foreach (var fragment in model.Servers)
        {
            if (!homeless.Contains(fragment))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasTools(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            if (subject.Kind == SubjectKind.Tool)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<CoverageGap> Sorted(ImmutableArray<CoverageGap>.Builder gaps)
    {
        gaps.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path) is not 0 and var order ? order : string.CompareOrdinal(a.Reason, b.Reason));
        return gaps.ToImmutable();
    }
}
