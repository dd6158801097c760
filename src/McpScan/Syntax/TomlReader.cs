using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads TOML 1.0. Dates and times are strings; numbers stand as they were written.</summary>
/// <remarks>Never throws. What is not TOML is an Error notice at its place, and reading goes on in the next line.</remarks>
public static class TomlReader
{
    public static DataDocument Read(SourceText source)
    {
        var notices = new ReaderNotices(source);
        var root = new TomlTable(new TextSpan(0, source.Length), TomlTableOrigin.Header, 0);
        new TomlParser(source, notices).ReadInto(root);
        var node = root.ToNode(source);
        return new DataDocument(source, node.Members.IsEmpty ? [] : [node], notices.ToImmutable());
    }
}
