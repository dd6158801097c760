using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Finds members that are written twice in one object: readers disagree on which one counts.</summary>
internal static class DuplicateMembers
{
    /// <summary>A file subject with each later duplicate's name, or null where there is none.</summary>
    public static Subject? Find(DataDocument document)
    {
        // Readers say of every duplicate that they met one, so that a clean file costs no walk.
        if (document.Notices.IsEmpty || document.Root is null)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<FieldEntry>();
        var visits = 0;
        foreach (var root in document.Roots)
        {
            Walk(root, entries, ref visits, 0);
        }

        if (entries.Count == 0)
        {
            return null;
        }

        var path = document.Source.Path;
        var id = "file:" + path;
        entries.Insert(0, new FieldEntry(FileFields.Path, document.Root));
        return new Subject(SubjectKind.File, id, path, document.Root.At(id), document.Root, entries.ToImmutable());
    }

    private static void Walk(DataNode node, ImmutableArray<FieldEntry>.Builder entries, ref int visits, int depth)
    {
        if (depth > ReaderLimits.MaxDepth || ++visits > ReaderLimits.MaxNodes)
        {
            return;
        }

        foreach (var item in node.Items)
        {
            Walk(item, entries, ref visits, depth + 1);
        }

        var names = node.Members.Length > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var member in node.Members)
        {
            if (names?.Add(member.Name.Value) == false)
            {
                entries.Add(new FieldEntry(FileFields.Duplicate, member.Name, member.Name));
            }

            Walk(member.Value, entries, ref visits, depth + 1);
        }
    }
}
