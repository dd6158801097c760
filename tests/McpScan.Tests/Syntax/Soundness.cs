using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>What holds of every document, however broken its text was.</summary>
internal static class Soundness
{
    public static void ShouldBeSound(this DataDocument document)
    {
        // Plain asserts: this runs over thousands of documents.
        Assert.True(document.Notices.Length <= ReaderLimits.MaxNotices);
        var whole = new TextSpan(0, document.Source.Length);
        for (var i = 0; i < document.Notices.Length; i++)
        {
            var location = document.Notices[i].Location;
            Assert.Same(document.Source, location?.Source);
            Assert.True(i == 0 || document.Notices[i - 1].Location!.Span.Start <= location!.Span.Start);
            IsWithin(whole, location!.Span, document);
        }

        foreach (var root in document.Roots)
        {
            Check(document, root, whole, []);
        }
    }

    private static void Check(DataDocument document, DataNode node, TextSpan parent, HashSet<DataNode> seen)
    {
        if (!seen.Add(node))
        {
            // An alias or a merged member: written elsewhere.
            return;
        }

        IsWithin(parent, node.Span, document);
        if (node is ScalarNode scalar)
        {
            IsWithin(node.Span, scalar.ContentSpan, document);
            for (var i = 0; i < scalar.Value.Length; i++)
            {
                IsWithin(scalar.ContentSpan, scalar.Locate(i, 1), document);
            }
        }

        foreach (var item in node.Items)
        {
            Check(document, item, node.Span, seen);
        }

        foreach (var member in node.Members)
        {
            Check(document, member.Name, node.Span, seen);
            Check(document, member.Value, node.Span, seen);
        }
    }

    private static void IsWithin(TextSpan outer, TextSpan inner, DataDocument document)
    {
        if (inner.Length < 0 || !outer.Contains(inner))
        {
            Assert.Fail($"{inner} lies outside of {outer} in: {document.Source.Text}");
        }
    }
}
