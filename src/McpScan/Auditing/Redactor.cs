using System.Buffers;
using System.Text;
using McpScan.Checks;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>
/// Takes every secret that any rule saw, and all that looks like one, out of everything that a report will say. A mask is as long as what it hides, so that places,
/// columns and carets stay right; it begins with the few characters that tell the kind of key.
/// </summary>
internal sealed class Redactor
{
    /// <summary>Shorter values are not searched for elsewhere: masking every <c>admin</c> would garble a report.</summary>
    private const int MinSearchedLength = 8;

    /// <summary>What a masked character becomes.</summary>
    public const char Dot = '•';

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, List<TextSpan>> _spans = [];
    private readonly Dictionary<SourceText, string> _masked = [];
    private readonly Dictionary<int, List<string>> _byStart = [];
    private readonly SearchValues<string>? _search;
    private readonly SecretScanner _scanner;

    /// <param name="detections">What the rules saw.</param>
    /// <param name="broken">Texts that could not be read whole.</param>
    /// <param name="lists">The shapes of secrets.</param>
    public Redactor(IEnumerable<Detection> detections, IEnumerable<SourceText> broken, Lists lists)
    {
        _scanner = new SecretScanner(lists);
        foreach (var detection in detections)
        {
            foreach (var hit in detection.Hits)
            {
                if (hit.IsSecret)
                {
                    Add(hit);
                }
            }
        }

        var found = new List<TextSpan>();
        foreach (var source in broken)
        {
            found.Clear();
            _scanner.Find(source.Text, found);
            foreach (var span in found)
            {
                AddValue(source.ToString(span));
            }
        }

        if (_values.Count > 0)
        {
            _search = SearchValues.Create([.. _values], StringComparison.Ordinal);
            foreach (var value in _values.OrderByDescending(v => v.Length).ThenBy(v => v, StringComparer.Ordinal))
            {
                (_byStart.TryGetValue(Start(value), out var values) ? values : _byStart[Start(value)] = []).Add(value);
            }
        }
    }

    /// <summary>A text of the report with every secret masked.</summary>
    public string Redact(string text) => text.Length < MinSearchedLength ? text : Redact(text, []);

    private string Redact(string text, List<TextSpan> spans)
    {
        _scanner.Find(text, spans);
        var at = _search is null ? -1 : text.AsSpan().IndexOfAny(_search);
        if (at < 0 && spans.Count == 0)
        {
            return text;
        }

        var masked = text.ToCharArray();
        while (at >= 0)
        {
            MaskAt(text, at, masked);
            at++;
            var next = text.AsSpan(at).IndexOfAny(_search!);
            at = next < 0 ? -1 : at + next;
        }

        foreach (var span in spans)
        {
            Cover(masked, span.Start, Mask(text.Substring(span.Start, span.Length)));
        }

        return new string(masked);
    }

    /// <summary>Masks the longest secret that begins at an offset; what an overlapping one has masked stays masked.</summary>
    private void MaskAt(string text, int at, char[] masked)
    {
        foreach (var value in _byStart[Start(text.AsSpan(at))])
        {
            if (text.AsSpan(at).StartsWith(value, StringComparison.Ordinal))
            {
                Cover(masked, at, Mask(value));
                return;
            }
        }
    }

    private static int Start(ReadOnlySpan<char> text) => (text[0] << 16) | text[1];

    private static void Cover(char[] masked, int at, string mask)
    {
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] == Dot)
            {
                masked[at + i] = Dot;
            }
        }
    }

    /// <summary>A whole source text with every secret masked, character for character.</summary>
    public string Redact(SourceText source)
    {
        if (!_masked.TryGetValue(source, out var masked))
        {
            masked = Redact(source.Text, _spans.TryGetValue(source, out var spans) ? [.. spans] : []);
            _masked.Add(source, masked);
        }

        return masked;
    }

    private void Add(Hit hit)
    {
        var source = hit.Node.Source;
        if (!_spans.TryGetValue(source, out var spans))
        {
            _spans.Add(source, spans = []);
        }

        spans.Add(hit.Span);
        AddValue(source.ToString(hit.Span));
        if (hit.Node is ScalarNode scalar && scalar.ContentSpan == hit.Span)
        {
            AddValue(scalar.Value);
        }
    }

    private void AddValue(string value)
    {
        if (value.Length >= MinSearchedLength)
        {
            _values.Add(value);
        }
    }

    /// <summary>Up to four leading characters of a long value that tell its kind (<c>ghp_</c>, <c>sk-a</c>), the rest as dots; line breaks stay.</summary>
    private static string Mask(string value)
    {
        var shown = value.Length >= 20 ? 4 : 0;
        return string.Create(value.Length, (value, shown), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = i < state.shown || state.value[i] is '\n' or '\r' ? state.value[i] : Dot;
            }
        });
    }
}
