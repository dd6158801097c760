using System.Xml;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads the facts of project files (<c>.csproj</c>, <c>.nuspec</c>, <c>.props</c>) into the common tree.</summary>
/// <remarks>
/// The root is an object with one member, the root element. An element of text is a string; any other is an object with its attributes as
/// <c>@Name</c>, its children by local name (repeated ones stay beside each other), and the text beside attributes as <c>#text</c>.
/// Never throws; no DTD, no entity of one's own, nothing fetched.
/// </remarks>
public static class XmlFactsReader
{
    public static DataDocument Read(SourceText source)
    {
        var notices = new ReaderNotices(source);
        var offset = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        var text = offset == 0 ? source : new SourceText(source.Path, source.Text[offset..]);
        using var reader = XmlReader.Create(new StringReader(text.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var builder = new XmlTreeBuilder(source, notices, (IXmlLineInfo)reader, (line, column) => OffsetOf(text, line, column) + offset);
        try
        {
            builder.ReadAll(reader);
        }
        catch (XmlException e)
        {
            // Not its message: that is a bare resource key in the shipped program, and may quote the text.
            var at = OffsetOf(text, e.LineNumber, e.LinePosition) + offset;
            notices.Error(new TextSpan(at, at < source.Length ? 1 : 0), text.Text.Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? "XML with a document type (DTD) is not read."
                : "This is not well-formed XML; what stands behind it was not read.");
        }

        return new DataDocument(source, builder.Close(), notices.ToImmutable());
    }

    // The reader counts lines and columns from one; zero where it has no place.
    private static int OffsetOf(SourceText text, int line, int column) =>
        line < 1 || line > text.LineCount ? 0 : Math.Min(text.GetLineSpan(line - 1).Start + Math.Max(column - 1, 0), text.Length);
}
