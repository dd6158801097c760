using System.Text;
using McpScan.Checks;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>
/// Takes every secret that any rule saw out of everything that a report will say. A mask is as long as what it hides, so that places,
/// columns and carets stay right; it begins with the few characters that tell the kind of key.
/// </summary>
internal sealed class Redactor
{
    /// <summary>Shorter values are not searched for elsewhere: masking every <c>admin</c> would garble a report.</summary>
    private const int MinSearchedLength = 8;

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, List<TextSpan>> _spans = [];
    private readonly Dictionary<SourceText, string> _masked = [];
    private string[] _longestFirst = [];

    public Redactor(IEnumerable<Detection> detections)
    {
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

        _longestFirst = [.. _values.OrderByDescending(v => v.Length).ThenBy(v => v, StringComparer.Ordinal)];
    }

    /// <summary>A text of the report with every secret masked.</summary>
    public string Redact(string text)
    {
        foreach (var value in _longestFirst)
        {
            if (text.Contains(value, StringComparison.Ordinal))
            {
                text = text.Replace(value, Mask(value), StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>A whole source text with every secret masked, character for character.</summary>
    public string Redact(SourceText source)
    {
        if (_values.Count == 0 && _spans.Count == 0)
        {
            return source.Text;
        }

        if (!_masked.TryGetValue(source, out var masked))
        {
            masked = Redact(source.Text);
            if (_spans.TryGetValue(source, out var spans))
            {
                var text = new StringBuilder(masked);
                foreach (var span in spans)
                {
                    var mask = Mask(source.ToString(span));
                    for (var i = 0; i < mask.Length; i++)
                    {
                        text[span.Start + i] = mask[i];
                    }
                }

                masked = text.ToString();
            }

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
                span[i] = i < state.shown || state.value[i] is '\n' or '\r' ? state.value[i] : '•';
            }
        });
    }
}
