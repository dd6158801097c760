using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>What a replacer is asked about.</summary>
/// <param name="Detection">The rule that fired, on what, and the evidence.</param>
/// <param name="Client">The client whose configuration it is, or null.</param>
/// <param name="Versions">Versions that packages may be pinned to.</param>
/// <param name="Redact">Masks secrets of a text.</param>
internal sealed record ReplacementInput(Detection Detection, ClientFacts? Client, KnownVersions Versions, Func<string, string> Redact)
{
    public Subject Subject => Detection.Subject;

    public IReadOnlyList<Hit> Hits => Detection.Hits;

    /// <summary>The scalar of the file that holds a hit, or null where it lies outside the subject's own definition.</summary>
    public TreePath? PathOf(Hit hit) => PathOf(hit.Node.Source, hit.Span);

    /// <summary>The scalar of the file that holds a span.</summary>
    public TreePath? PathOf(SourceText source, TextSpan span) =>
        ReferenceEquals(source, Subject.Definition.Source) ? TreePath.Find(Subject.Definition, span) : null;

    /// <summary>The flag that a hit is the value of, or is itself.</summary>
    public FieldEntry? FlagOf(Hit hit)
    {
        foreach (var entry in Subject.Entries)
        {
            if (ReferenceEquals(entry.Field, LaunchFields.LauncherFlag) && entry is { Key: { } name, Node: ScalarNode value }
                && (value.ContentSpan.Contains(hit.Span) || name.ContentSpan.Contains(hit.Span)))
            {
                return entry;
            }
        }

        return null;
    }
}
