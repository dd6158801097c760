using HandlebarsDotNet;

namespace McpScan.Reporting;

/// <summary>Prose of a rule: what stands between backticks is code, the rest is text.</summary>
internal static class Prose
{
    /// <param name="writer">Escapes text for the format.</param>
    /// <param name="text">The prose.</param>
    /// <param name="code">Makes code of the format.</param>
    public static void Write(EncodedTextWriter writer, string? text, Func<string, string> code)
    {
        var parts = (text ?? "").Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            var isCode = i % 2 == 1 && i < parts.Length - 1;
            if (isCode)
            {
                writer.WriteSafeString(code(parts[i]));
            }
            else
            {
                Text(writer, i > 0 && i % 2 == 1 ? "`" + parts[i] : parts[i]);
            }
        }
    }

    // An escaper may trim: the spaces around code are written as they are.
    private static void Text(EncodedTextWriter writer, string text)
    {
        writer.WriteSafeString(text.StartsWith(' ') ? " " : "");
        writer.Write(text.Trim(' '));
        writer.WriteSafeString(text.Length > 1 && text.EndsWith(' ') ? " " : "");
    }
}
