using System.Globalization;

namespace McpScan.Reporting.Html;

/// <summary>Makes text safe between tags and in quoted attributes.</summary>
internal sealed class HtmlEscaper : Escaper
{
    /// <summary>A code element.</summary>
    public static string Code(string text)
    {
        using var code = new StringWriter(CultureInfo.InvariantCulture);
        code.Write("<code>");
        new HtmlEscaper().Encode(text, code);
        code.Write("</code>");
        return code.ToString();
    }

    protected override void Escape(string visible, TextWriter target)
    {
        foreach (var character in visible)
        {
            switch (character)
            {
                case '&':
                    target.Write("&amp;");
                    break;
                case '<':
                    target.Write("&lt;");
                    break;
                case '>':
                    target.Write("&gt;");
                    break;
                case '"':
                    target.Write("&quot;");
                    break;
                case '\'':
                    target.Write("&#39;");
                    break;
                case '`':
                    target.Write("&#96;");
                    break;
                default:
                    target.Write(character);
                    break;
            }
        }
    }
}
