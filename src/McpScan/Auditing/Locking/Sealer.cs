using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>
/// Texts as a lock keeps them: a secret becomes its first characters, if any, and a short fingerprint between dots (<c>ghp_•1a2b3c4d•</c>). So that a
/// change of it is seen, and nothing can be hidden from a comparison by making it look like a secret.
/// </summary>
internal sealed class Sealer(Redactor redactor)
{
    /// <summary>A text that stands in no file of the audited side as it is, such as an id.</summary>
    public string Seal(string text)
    {
        var masked = redactor.Redact(text);
        return WellFormed(ReferenceEquals(masked, text) ? text : Join(text, i => masked[i] == Redactor.Dot));
    }

    /// <summary>The value of a scalar. What a rule saw is masked by its place, what looks like a secret when decoded by its form.</summary>
    public string Seal(ScalarNode node) => WellFormed(Mask(node));

    private string Mask(ScalarNode node)
    {
        var text = node.Value;
        var decoded = redactor.Redact(text);
        var span = node.ContentSpan;
        var written = redactor.Redact(node.Source).AsSpan(span.Start, span.Length);
        if (ReferenceEquals(decoded, text) && written.SequenceEqual(node.Source.Text.AsSpan(span.Start, span.Length)))
        {
            return text;
        }

        var source = redactor.Redact(node.Source);
        return Join(text, i => decoded[i] == Redactor.Dot || IsMasked(node, i, source));
    }

    private static bool IsMasked(ScalarNode node, int at, string masked)
    {
        var span = node.Locate(at, 1);
        for (var i = span.Start; i < span.End; i++)
        {
            if (masked[i] == Redactor.Dot && node.Source.Text[i] != Redactor.Dot)
            {
                return true;
            }
        }

        return false;
    }

    private static string Join(string text, Func<int, bool> isMasked)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && text[end] != Redactor.Dot && isMasked(end))
            {
                end++;
            }

            if (end == i)
            {
                shown.Append(text[i++]);
                continue;
            }

            shown.Append(Redactor.Dot).Append(SecretFingerprint.Of(text.AsSpan(i, end - i))).Append(Redactor.Dot);
            i = end;
        }

        return shown.ToString();
    }

    /// <summary>The text with every lone surrogate in its visible form: no file could hold it as it is.</summary>
    private static string WellFormed(string text)
    {
        StringBuilder? shown = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair)
            {
                shown ??= new StringBuilder(text, 0, i, text.Length + 16);
                shown.Append(new Untrusted(text[i].ToString()));
                continue;
            }

            shown?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }

        return shown?.ToString() ?? text;
    }
}
