using System.Text;
using HandlebarsDotNet;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>What <c>{{value}}</c> in a template passes through: first all text becomes visible text, then it is escaped for the format.</summary>
internal abstract class Escaper : ITextEncoder
{
    public void Encode(string? text, TextWriter target)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Escape(new Untrusted(text).ToString(), target);
        }
    }

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text is not null && text.MoveNext())
        {
            all.Append(text.Current);
        }

        Encode(all.ToString(), target);
    }

    protected abstract void Escape(string visible, TextWriter target);
}
