using System.Collections.Immutable;
using McpScan.Discovery.Captures;
using McpScan.Syntax;
using McpScan.Text;

using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Makes a <see cref="Server"/> of the parts that were found to be one.</summary>
internal static class ServerFactory
{
    /// <summary>The servers by id; ids are made unique in the order of the parts' paths.</summary>
    public static ImmutableArray<Server> MakeAll(List<ServerParts> all, bool together)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var servers = ImmutableArray.CreateBuilder<Server>(all.Count);
        var others = new OtherDefinitions();

        // Not a List.Sort: that is not stable, and two entries of one file may have one id.
        foreach (var parts in all.OrderBy(IdOf, StringComparer.Ordinal))
        {
            others.Add(parts, servers.Count);
            servers.Add(Make(parts, SubjectFactory.Unique(IdOf(parts), taken), together));
        }

        others.Mark(servers, together);

        servers.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return servers.ToImmutable();
    }

    private static Server Make(ServerParts parts, string id, bool together)
    {
        var named = parts.Best(static fragment => fragment.Name);
        var name = named?.Fragment.Name ?? new Untrusted(NameByPath(parts));
        var version = parts.Best(static fragment => fragment.Version)?.Fragment.Version ?? new Untrusted("");
        var owner = "server:" + id;
        var logicalOwner = "server:" + name;
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var subjects = new List<Subject> { null! };
        foreach (var part in parts.Parts)
        {
            foreach (var draft in part.Fragment.Subjects)
            {
                subjects.Add(SubjectFactory.Make(draft, owner, logicalOwner, taken));
            }
        }

        var anchor = named ?? parts.First;
        subjects[0] = new Subject(
            SubjectKind.Server, owner, name, anchor.Fragment.Anchor.At(logicalOwner),
            anchor.Fragment.Scope is FragmentScope.Entry or FragmentScope.Gateway ? anchor.Fragment.Anchor : anchor.Artifact.Document?.Root ?? anchor.Fragment.Anchor,
            EntriesOf(parts, subjects));
        var gateway = parts.Scope == FragmentScope.Gateway ? GatewayJoiner.PathOf(parts.Home, together) : null;
        var group = together ? "." : parts.First.Fragment.IsInstalledTogether ? parts.First.Artifact.Path : gateway;
        return new Server(id, name, version, parts.First.Artifact.Path, group, ByKind(subjects)) { Gateway = gateway };
    }

    private static ImmutableArray<FieldEntry> EntriesOf(ServerParts parts, List<Subject> subjects)
    {
        var entries = ImmutableArray.CreateBuilder<FieldEntry>();
        foreach (var part in parts.Parts)
        {
            entries.AddRange(part.Fragment.Entries);
        }

        for (var i = 1; i < subjects.Count; i++)
        {
            if (subjects[i].Kind == SubjectKind.Tool && subjects[i].First(ToolFields.Name) is ScalarNode toolName)
            {
                entries.Add(new FieldEntry(ServerFields.ToolName, toolName, toolName));
            }
        }

        return entries.ToImmutable();
    }

    private static ImmutableArray<Subject> ByKind(List<Subject> subjects)
    {
        var ordered = ImmutableArray.CreateBuilder<Subject>(subjects.Count);
        for (var kind = SubjectKind.Server; kind <= SubjectKind.File; kind++)
        {
            foreach (var subject in subjects)
            {
                if (subject.Kind == kind)
                {
                    ordered.Add(subject);
                }
            }
        }

        return ordered.MoveToImmutable();
    }

    /// <summary>The folder for what describes a folder, the file for a capture; the root folder has no name that is the same on every machine.</summary>
    private static string IdOf(ServerParts parts)
    {
        var first = parts.First;
        if (parts.Scope is FragmentScope.Entry or FragmentScope.Gateway)
        {
            return $"{first.Artifact.Path}#{new Untrusted(first.Fragment.EntryName ?? "")}";
        }

        var isFolder = parts.Scope == FragmentScope.Folder || parts.IsGeneric;
        return isFolder && parts.Home.Length > 0 ? parts.Home.TrimEnd('!') : first.Artifact.Path;
    }

    private static string NameByPath(ServerParts parts)
    {
        var home = parts.IsGeneric || parts.Scope == FragmentScope.Folder ? parts.Home : "";
        var name = home[(home.LastIndexOf('/') + 1)..];
        return name.Length == 0 ? CaptureNames.Stem(parts.First.Artifact.FileName) : name.EndsWith('!') ? CaptureNames.Stem(name) : name;
    }
}
