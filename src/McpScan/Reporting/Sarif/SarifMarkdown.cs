using System.Buffers;
using System.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>Markdown for the help of a rule. Rules are plain prose with <c>`code`</c>; nothing else in them is markup.</summary>
internal static class SarifMarkdown
{
    private static readonly SearchValues<char> Markup = SearchValues.Create(@"\*_{}[]<>#|~&!");

    /// <summary>Prose with every markup character escaped, outside of spans of code.</summary>
    public static string Escape(string prose)
    {
        var pieces = prose.Split('`');
        var isBalanced = pieces.Length % 2 == 1;
        var escaped = new StringBuilder(prose.Length + 16);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                escaped.Append(isBalanced ? "`" : "\\`");
            }

            if (isBalanced && i % 2 == 1)
            {
                // A span of code ends at an empty line, and what follows would be markup again.
                escaped.Append(pieces[i].ReplaceLineEndings(" "));
            }
            else
            {
                AppendEscaped(escaped, pieces[i]);
            }
        }

        return escaped.ToString();
    }

    private static void AppendEscaped(StringBuilder escaped, string text)
    {
        foreach (var character in text)
        {
            if (Markup.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }
    }
}
