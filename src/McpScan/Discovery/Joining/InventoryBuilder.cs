using System.Collections.Immutable;
using McpScan.Text;

using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Takes the inventory: files are examined in parallel, each into its own slot, then folded in the order of their paths.</summary>
public static class InventoryBuilder
{
    // Below this many files starting workers costs more than it gains.
    private const int FewFiles = 4;

    /// <summary>The inventory of files and folders on disk.</summary>
    /// <param name="paths">Files and folders as the user gave them.</param>
    /// <param name="options">How it is taken.</param>
    public static Inventory Build(IEnumerable<string> paths, InventoryOptions options) =>
        Fold(ArtifactWalker.Walk(paths, options.CurrentDirectory ?? Environment.CurrentDirectory, options.Limits, options.Home), options);

    /// <summary>The inventory of files that were met.</summary>
    public static Inventory Build(WalkResult walk, InventoryOptions options) => Fold(walk, options);

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
            if (inputs.Count > 0 && inputs[^1].Path == artifact.Path)
            {
                // A second recogniser took what the first had left.
                inputs[^1] = inputs[^1] with { Kind = $"{inputs[^1].Kind}+{model.Kind}" };
            }
            else if (model.Others.IsEmpty && IsHomeless(model, homeless))
            {
                notExamined.Add(new CoverageGap(artifact.Path, $"{model.Kind} without a trace of MCP in its folder"));
            }
            else
            {
                inputs.Add(new InputArtifact(artifact.Path, model.Kind, artifact.Sha256));
            }
        }

        others.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var subjects = others.ToImmutable();
        var gateways = GatewayJoiner.Join(servers, subjects, options.Together, notices);
        var agents = AgentJoiner.Join(servers, subjects, gateways, notices);
        var known = agents.Where(static agent => agent.Kind == AgentKind.Client).SelectMany(static agent => agent.Grants).Where(static grant => !grant.HasUnknownTools)
            .SelectMany(static grant => grant.Servers).Select(static server => server.Id).ToHashSet(StringComparer.Ordinal);
        var byPath = gateways.ToDictionary(static gateway => gateway.Path, StringComparer.Ordinal);
        var code = notExamined.Where(static gap => gap.Reason is FileFormats.SourceCode or FileFormats.Binary).Select(static gap => gap.Path).ToArray();
        foreach (var server in servers)
        {
            // What a client installs or a gateway declares may have been captured elsewhere.
            if (HasTools(server) || known.Contains(server.Id) || (server.Gateway is { } path && byPath[path].Find(server.Name.Raw)!.Servers.Any(HasTools)))
            {
                continue;
            }

            notExamined.Add(new CoverageGap(server.Path, "tool definitions of the server: no tools/list among the inputs"));
            if (HasCode(server, code))
            {
                notices.Add(new Notice(
                    NoticeSeverity.Error,
                    $"What the server '{server.Name}' does is declared in code, which is not examined, and no tools/list is among the inputs. Put a captured tools/list (tools.json) beside it and audit again.",
                    server.Path));
            }
        }

        foreach (var agent in agents)
        {
            var usable = agent.Usable.ToList();
            if (usable.Count > 1 && usable.Exists(static grant => grant.HasUnknownTools))
            {
                notExamined.Add(new CoverageGap(agent.Path, "flows between the servers of an agent: not all of their tools are among the inputs"));
            }
        }

        inputs.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new Inventory(
            inputs.ToImmutable(), servers, subjects, notices.ToImmutable(),
            new Coverage(seen, inputs.Count, Sorted(skipped), Sorted(notExamined)))
        {
            Gateways = gateways,
            Agents = agents,
        };
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

    /// <summary>Whether code lies in the folder of a server that is described by a manifest there, rather than named in a file of several.</summary>
    private static bool HasCode(Server server, string[] code)
    {
        var folder = server.Path[..(server.Path.LastIndexOf('/') + 1)];
        return !server.Id.Contains('#', StringComparison.Ordinal) && Array.Exists(code, path => path.StartsWith(folder, StringComparison.Ordinal));
    }

    private static ImmutableArray<CoverageGap> Sorted(ImmutableArray<CoverageGap>.Builder gaps)
    {
        gaps.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path) is not 0 and var order ? order : string.CompareOrdinal(a.Reason, b.Reason));
        return gaps.ToImmutable();
    }
}
