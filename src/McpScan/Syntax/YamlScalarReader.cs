using McpScan.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace McpScan.Syntax;

/// <summary>Makes a scalar of its event: its kind by the core schema, and where each part of its value was written.</summary>
internal sealed class YamlScalarReader(SourceText source)
{
    private readonly string _text = source.Text;

    public ScalarNode Read(Scalar scalar, int start, int end)
    {
        start = SkipProperties(start, end, out var propertiesEnd);
        if (scalar.Value.Length == 0 && scalar.Style is ScalarStyle.Plain or ScalarStyle.Any)
        {
            return scalar.Tag.IsEmpty || IsCore(scalar.Tag, "null") ? ScalarNode.ImpliedNull(source, propertiesEnd)
                : new ScalarNode(source, new TextSpan(propertiesEnd, 0), ScalarKind.String, "", propertiesEnd);
        }

        var isPlain = scalar.Style == ScalarStyle.Plain;
        var kind = scalar.Tag.IsEmpty ? (isPlain ? YamlCoreSchema.KindOf(scalar.Value) : ScalarKind.String)
            : IsCore(scalar.Tag, "int") || IsCore(scalar.Tag, "float") || IsCore(scalar.Tag, "bool") || IsCore(scalar.Tag, "null") ? YamlCoreSchema.KindOf(scalar.Value)
            : scalar.Tag.IsNonSpecific || IsCore(scalar.Tag, "str") || !isPlain ? ScalarKind.String
            : YamlCoreSchema.KindOf(scalar.Value);
        var value = kind switch
        {
            ScalarKind.Boolean => scalar.Value.ToLowerInvariant(),
            ScalarKind.Null => "null",
            _ => scalar.Value,
        };
        return kind != ScalarKind.String && value != scalar.Value
            ? ScalarNode.Rewritten(source, TextSpan.FromBounds(start, end), kind, value)
            : Locate(scalar, kind, start, end);
    }

    private ScalarNode Locate(Scalar scalar, ScalarKind kind, int start, int end)
    {
        var value = scalar.Value;
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            var block = YamlBlockDecoder.Decode(_text, start, end, scalar.Style == ScalarStyle.Folded, value);
            return block is null ? ScalarNode.Rewritten(source, TextSpan.FromBounds(start, end), kind, value)
                : new ScalarNode(source, TextSpan.FromBounds(start, block.End), kind, value, start, block.Map);
        }

        var span = TextSpan.FromBounds(start, end);
        var quote = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => '\'',
            ScalarStyle.DoubleQuoted => '"',
            _ => '\0',
        };
        var content = quote == '\0' ? start : start + 1;
        var contentEnd = Math.Max(content, quote == '\0' ? end : end - 1);
        if (_text.AsSpan(content, contentEnd - content).SequenceEqual(value))
        {
            return new ScalarNode(source, span, kind, value, content);
        }

        return YamlFlowDecoder.Decode(_text, content, contentEnd, quote, value) is { } map
            ? new ScalarNode(source, span, kind, value, content, map)
            : ScalarNode.Rewritten(source, span, kind, value);
    }

    private static bool IsCore(TagName tag, string name) =>
        !tag.IsEmpty && !tag.IsNonSpecific && tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) && tag.Value.AsSpan(18).SequenceEqual(name);

    // The events of the parser begin at the anchor or the tag.
    private int SkipProperties(int at, int end, out int propertiesEnd)
    {
        propertiesEnd = at;
        while (at < end && _text[at] is '&' or '!')
        {
            while (at < end && _text[at] is not (' ' or '\t' or '\r' or '\n'))
            {
                at++;
            }

            propertiesEnd = at;
            while (at < end && _text[at] is ' ' or '\t' or '\r' or '\n' or '#')
            {
                at = _text[at] == '#' ? IndexOfLineEnd(at, end) : at + 1;
            }
        }

        return at;
    }

    private int IndexOfLineEnd(int at, int end)
    {
        var length = _text.AsSpan(at, end - at).IndexOfAny('\r', '\n');
        return length < 0 ? end : at + length;
    }
}
