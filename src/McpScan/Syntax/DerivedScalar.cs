using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Scalars whose value follows from what is written rather than being written itself.</summary>
/// <remarks>Such as the ecosystem <c>npm</c> that follows from the name in a package.json, or <c>inputSchema</c> where a dialect says <c>parameters</c>.</remarks>
public static class DerivedScalar
{
    /// <summary>A string of the given value that points at all of <paramref name="origin"/>.</summary>
    public static ScalarNode At(DataNode origin, string value) => At(origin.Source, origin.Span, value);

    /// <summary>A string of the given value that points at all of <paramref name="span"/>.</summary>
    public static ScalarNode At(SourceText source, TextSpan span, string value)
    {
        var map = new DecodeMap.Builder();
        map.Add(value.Length, span.Start, span.Length);
        return new ScalarNode(source, span, ScalarKind.String, value, span.Start, map.ToMap());
    }
}
