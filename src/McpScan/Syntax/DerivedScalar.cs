using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Scalars whose value follows from what was written, such as <c>npm</c> from <c>npx</c>: they point at the characters they follow from.</summary>
public static class DerivedScalar
{
    /// <summary>A string of the given value, every part of which stands at <paramref name="origin"/> (without its quotes).</summary>
    public static ScalarNode At(DataNode origin, string value) => At(origin, value, ScalarKind.String);

    /// <summary>A string of the given value, every part of which stands at <paramref name="span"/>.</summary>
    public static ScalarNode At(SourceText source, TextSpan span, string value) => At(source, span, value, ScalarKind.String);

    /// <summary>The opposite of a switch: <c>enabled: false</c> says disabled. Anything but true and false is kept as it is.</summary>
    public static ScalarNode Not(ScalarNode origin) =>
        origin.Value switch
        {
            "true" => At(origin, "false", ScalarKind.Boolean),
            "false" => At(origin, "true", ScalarKind.Boolean),
            _ => origin,
        };

    private static ScalarNode At(DataNode origin, string value, ScalarKind kind) =>
        At(origin.Source, origin is ScalarNode scalar ? scalar.ContentSpan : origin.Span, value, kind);

    private static ScalarNode At(SourceText source, TextSpan span, string value, ScalarKind kind) =>
        new(source, span, kind, value, span.Start, DecodeMap.Whole(value.Length, span));
}
