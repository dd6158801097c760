using System.Collections.Immutable;
using System.Text;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Finds entries of client configurations that have one name and start or reach different things, in one file or in files of one folder.</summary>
/// <remarks>The first by path and place is what the name means; each later one that differs is marked. Linear in the entries.</remarks>
internal sealed class OtherDefinitions
{
    private const string ClientKind = "client-config/";
    private const string Unplaced = ClientKind + "generic";

    private readonly List<Entry> _entries = [];

    /// <summary>Takes note of a server, if it is an entry of a client configuration.</summary>
    public void Add(ServerParts parts, int index)
    {
        if (parts.Scope == FragmentScope.Entry && parts.First.Kind.StartsWith(ClientKind, StringComparison.Ordinal))
        {
            _entries.Add(new Entry(parts, index));
        }
    }

    /// <summary>Marks the servers that another entry defines differently.</summary>
    public void Mark(ImmutableArray<Server>.Builder servers, bool together)
    {
        if (_entries.Count < 2)
        {
            return;
        }

        _entries.Sort(static (a, b) =>
        {
            var byPath = string.CompareOrdinal(a.Parts.First.Artifact.Path, b.Parts.First.Artifact.Path);
            return byPath != 0 ? byPath : a.Parts.First.Fragment.Anchor.Span.Start.CompareTo(b.Parts.First.Fragment.Anchor.Span.Start);
        });
        var firsts = new Dictionary<string, First>(StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            var parts = entry.Parts;
            var server = servers[entry.Index];
            if (SignatureOf(server) is not { Length: > 0 } signature)
            {
                continue;
            }

            var place = together ? "" : PlaceOf(parts.First);
            if (!firsts.TryGetValue($"{place}\n{server.Name.Raw}", out var first))
            {
                firsts.Add($"{place}\n{server.Name.Raw}", new First(signature, server.Id));
            }
            else if (first.Signature != signature)
            {
                servers[entry.Index] = Marked(server, parts.First.Fragment.Anchor, first.Id);
            }
        }
    }

    /// <summary>The folder that a configuration speaks for: <c>repo/.cursor/mcp.json</c> and <c>repo/.mcp.json</c> both speak for <c>repo</c>. A file that no client looks for speaks for itself.</summary>
    private static string PlaceOf(ServerPart part)
    {
        var path = part.Artifact.Path;
        if (part.Kind == Unplaced)
        {
            return path;
        }

        for (var start = 0; start < path.Length;)
        {
            if (path[start] == '.' && start + 1 < path.Length && path[start + 1] is not ('.' or '/'))
            {
                return path[..start];
            }

            var slash = path.IndexOf('/', start);
            if (slash < 0)
            {
                return path[..start];
            }

            start = slash + 1;
        }

        return path;
    }

    /// <summary>What is started or reached: packages and images with their versions, else the command line; addresses of remotes.</summary>
    private static string SignatureOf(Server server)
    {
        var signature = new StringBuilder();
        foreach (var subject in server.Subjects)
        {
            if (subject.Kind == SubjectKind.Remote)
            {
                Append(signature, subject, RemoteFields.Url);
            }
            else if (subject.Kind == SubjectKind.Launch)
            {
                var before = signature.Length;
                Append(signature, subject, LaunchFields.Package);
                Append(signature, subject, LaunchFields.Image);
                if (signature.Length == before)
                {
                    Append(signature, subject, LaunchFields.Command);
                    Append(signature, subject, LaunchFields.Argument);
                }
            }
        }

        return signature.ToString();
    }

    private static void Append(StringBuilder signature, Subject subject, Field field)
    {
        foreach (var entry in subject.Entries)
        {
            if (ReferenceEquals(entry.Field, field) && entry.Node is ScalarNode scalar)
            {
                signature.Append(scalar.Value).Append('\n');
            }
        }
    }

    private static Server Marked(Server server, DataNode anchor, string otherId)
    {
        var self = server.Self;
        var mark = new FieldEntry(ServerFields.OtherDefinition, DerivedScalar.At(anchor, otherId), null);
        var marked = new Subject(self.Kind, self.Id, self.Name, self.Location, self.Definition, self.Entries.Add(mark));
        return server with { Subjects = server.Subjects.SetItem(0, marked) };
    }

    // Classes: a generic collection of an own struct would be compiled anew at every start of the program.
    private sealed record Entry(ServerParts Parts, int Index);

    private sealed record First(string Signature, string Id);
}
