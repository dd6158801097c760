using System.Collections.Immutable;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Waiving;

/// <summary>Makes subjects of waivers, so that rules can ask what is wrong with them.</summary>
internal static class WaiverSubjects
{
    public static ImmutableArray<Subject> Of(ImmutableArray<WaiverCase> cases)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. cases.Select(c => Of(c, SubjectFactory.Unique("waiver:" + NameOf(c.Waiver), taken)))];
    }

    /// <summary>The rule and the place, as a person names a waiver.</summary>
    public static string NameOf(Waiver waiver)
    {
        (string Word, ScalarNode? Node)[] place = [("server", waiver.Server?.Node), ("tool", waiver.Tool?.Node), ("path", waiver.Path?.Node), ("field", waiver.Field?.Node), ("fingerprint", waiver.Fingerprint)];
        return string.Join(", ", place.Where(static part => part.Node is not null).Select(static part => $"{part.Word} {part.Node}").Prepend(waiver.Rule?.Id ?? waiver.RuleName.Value));
    }

    private static Subject Of(WaiverCase about, string id)
    {
        var waiver = about.Waiver;
        (Field Field, DataNode? Node)[] fields =
        [
            (WaiverFields.Rule, waiver.RuleName), (WaiverFields.Reason, waiver.Reason), (WaiverFields.Approver, waiver.Approver),
            (WaiverFields.Created, waiver.CreatedText), (WaiverFields.Expires, waiver.ExpiresText),
        ];
        return new Subject(
            SubjectKind.Waiver, id, new Untrusted(NameOf(waiver)), new Location(waiver.RuleName.Source, waiver.RuleName.ContentSpan, id), waiver.Node,
            [.. fields.Where(static f => f.Node is not null).Select(static f => new FieldEntry(f.Field, f.Node!)), .. about.Problems]);
    }
}
