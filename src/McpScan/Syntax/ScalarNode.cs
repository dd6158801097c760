using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>What a scalar is in the data model of JSON; dates and times of TOML and YAML are strings here.</summary>
public enum ScalarKind
{
    String,
    Number,
    Boolean,
    Null,
}

/// <summary>A string, number, boolean or null, with a map from its decoded value back to the source.</summary>
/// <param name="source">The text.</param>
/// <param name="span">The whole literal, quotes included.</param>
/// <param name="kind">The kind in the data model of JSON.</param>
/// <param name="value">The decoded text; numbers and booleans as they were written (<c>true</c>/<c>false</c> in lower case, null as <c>null</c>).</param>
/// <param name="map">From value offsets to source offsets; null where the value stands unescaped at <paramref name="contentStart"/>.</param>
/// <param name="contentStart">Source offset of the first character of the value (after the opening quote).</param>
public sealed class ScalarNode(SourceText source, TextSpan span, ScalarKind kind, string value, int contentStart, DecodeMap? map = null)
    : DataNode(source, span)
{
    // An empty value has no parts to map; it stands at its content's start.
    private readonly DecodeMap? _map = value.Length == 0 ? null : map;

    public ScalarKind Kind { get; } = kind;

    public string Value { get; } = value;

    /// <summary>The source span of the whole value without its quotes.</summary>
    public TextSpan ContentSpan => Locate(0, Value.Length);

    /// <summary>The source span of a part of <see cref="Value"/>: <c>"\u200b"</c> is one unit in the value and six in the file.</summary>
    public TextSpan Locate(int start, int length)
    {
        if (_map is null)
        {
            return new TextSpan(contentStart + start, length);
        }

        var from = _map.ToSource(start);
        return TextSpan.FromBounds(from, length == 0 ? from : _map.ToSourceEnd(start + length));
    }

    /// <summary>A part of this value as a scalar of its own, which still knows where it was written.</summary>
    public ScalarNode Slice(int start, int length)
    {
        var at = Locate(start, length);
        return new ScalarNode(Source, at, ScalarKind.String, Value.Substring(start, length), at.Start, _map?.Slice(start, length));
    }

    /// <summary>A null that nobody wrote, as behind a name without a value.</summary>
    internal static ScalarNode ImpliedNull(SourceText source, int at) => Rewritten(source, new TextSpan(at, 0), ScalarKind.Null, "null");

    /// <summary>A scalar whose value is spelled otherwise than its source; every part of it maps to the whole.</summary>
    internal static ScalarNode Rewritten(SourceText source, TextSpan span, ScalarKind kind, string value) =>
        new(source, span, kind, value, span.Start, DecodeMap.Whole(value.Length, span));

    public override string ToString() => Value;
}
