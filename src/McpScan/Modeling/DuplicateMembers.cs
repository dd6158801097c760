using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Finds members that are written twice in one object: readers disagree on which one counts.</summary>
internal static class DuplicateMembers
{
    // Below this size comparing each with each is cheaper than a set.
    private const int FewMembers = 12;

    /// <summary>A file subject with each later duplicate's name, or null where there is none.</summary>
    public static Subject? Find(DataDocument document)
    {
        if (document.Root is null)
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

        var members = node.Members;
        var names = members.Length > FewMembers ? new HashSet<string>(members.Length, StringComparer.Ordinal) : null;
        for (var i = 0; i < members.Length; i++)
        {
            var name = members[i].Name;
            if (names is null ? IsWrittenBefore(members[..i], name.Value) : !names.Add(name.Value))
            {
                entries.Add(new FieldEntry(FileFields.Duplicate, name, name));
            }

            Walk(members[i].Value, entries, ref visits, depth + 1);
        }
    }

    private static bool IsWrittenBefore(ReadOnlySpan<DataMember> before, string name)
    {
        foreach (var member in before)
        {
            if (member.Name.Value == name)
            {
                return true;
            }
        }

        return false;
    }
}
