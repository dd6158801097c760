using McpScan.Text;
using YamlDotNet.Core;

namespace McpScan.Syntax;

/// <summary>Reads YAML streams with the core schema of YAML 1.2: one root for each document.</summary>
/// <remarks>Never throws. What the parser refuses is an Error notice at its place, and the roots hold what was read until there.</remarks>
public static class YamlReader
{
    public static DataDocument Read(SourceText source)
    {
        var notices = new ReaderNotices(source);
        var builder = new YamlTreeBuilder(source, notices, offset: source.Text.StartsWith('\uFEFF') ? 1 : 0);
        var parser = new Parser(new StringReader(Prepare(source, notices)));
        try
        {
            while (!builder.IsAbandoned && parser.MoveNext())
            {
                builder.Add(parser.Current!);
            }
        }
        catch (YamlException e)
        {
            builder.Fail(e.Start, new Untrusted(e.Message).ToString());
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser's own slips on bad input; they carry no place.
            builder.Fail(null, "The text from here on is not YAML that can be read.");
        }

        return new DataDocument(source, builder.Close(), notices.ToImmutable());
    }

    // The parser takes NUL for the end of the text and a byte-order mark for a part of the first key.
    private static string Prepare(SourceText source, ReaderNotices notices)
    {
        var text = source.Text;
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            notices.Error(new TextSpan(nul, 1), "YAML must not hold the character U+0000; it is read as U+FFFD.");
            text = text.Replace('\0', '\uFFFD');
        }

        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }
}
