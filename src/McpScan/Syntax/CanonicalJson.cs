using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace McpScan.Syntax;

/// <summary>
/// The canonical form of a tree, so that equal data has equal bytes whatever format, order or spacing it was written in: the form of RFC 8785 (JCS).
/// No white space; members sorted by the UTF-16 units of their names; strings with the shortest escapes of JSON and all else as UTF-8; numbers as
/// ECMAScript prints them.
/// </summary>
/// <remarks>
/// RFC 8785 leaves three things open that hostile input has. Members written twice are all kept, in the order they were written, since readers differ on
/// which one counts. A lone surrogate is written as a <c>\udXXX</c> escape. A number that a double cannot hold to the last digit, or at all, is a string
/// of what was written, as I-JSON advises.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Nodes that are written of one tree; a YAML alias may unfold a small text into a huge one.</summary>
    public const int MaxNodes = 200_000;

    /// <summary>What stands for everything behind the bound. No canonical form of anything read whole holds it.</summary>
    private const char Cut = '…';

    /// <summary>The canonical text of a node.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="show">Gives the text that a scalar or the name of a member has instead of its own, for redaction; null leaves all as they are.</param>
    public static string Of(DataNode node, Func<ScalarNode, string>? show = null)
    {
        var text = new StringBuilder();
        var left = MaxNodes;
        Write(node, show, text, 0, ref left);
        return text.ToString();
    }

    /// <summary>SHA-256 of the UTF-8 bytes of a canonical text, in lower-case hex.</summary>
    public static string Sha256(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>Writes a text as a string of JSON in its canonical form.</summary>
    public static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    if (!char.IsSurrogate(c))
                    {
                        text.Append(c);
                    }
                    else if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else
                    {
                        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    }

                    break;
            }
        }

        text.Append('"');
    }

    private static void Write(DataNode node, Func<ScalarNode, string>? show, StringBuilder text, int depth, ref int left)
    {
        if (--left < 0 || depth > ReaderLimits.MaxDepth)
        {
            text.Append(Cut);
            return;
        }

        switch (node)
        {
            case ScalarNode scalar:
                WriteScalar(scalar, show?.Invoke(scalar) ?? scalar.Value, text);
                break;
            case ArrayNode:
                text.Append('[');
                for (var i = 0; i < node.Items.Length && left >= 0; i++)
                {
                    text.Append(i > 0 ? "," : "");
                    Write(node.Items[i], show, text, depth + 1, ref left);
                }

                text.Append(']');
                break;
            default:
                WriteMembers(node, show, text, depth, ref left);
                break;
        }
    }

    private static void WriteMembers(DataNode node, Func<ScalarNode, string>? show, StringBuilder text, int depth, ref int left)
    {
        text.Append('{');
        var isFirst = true;
        foreach (var member in node.Members.ToArray().OrderBy(static m => m.Name.Value, StringComparer.Ordinal))
        {
            if (left < 0)
            {
                break;
            }

            text.Append(isFirst ? "" : ",");
            isFirst = false;
            WriteString(show?.Invoke(member.Name) ?? member.Name.Value, text);
            text.Append(':');
            Write(member.Value, show, text, depth + 1, ref left);
        }

        text.Append('}');
    }

    private static void WriteScalar(ScalarNode scalar, string value, StringBuilder text)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Number when ReferenceEquals(value, scalar.Value) && Number(value) is { } number:
                text.Append(number);
                break;
            case ScalarKind.Boolean or ScalarKind.Null when ReferenceEquals(value, scalar.Value):
                text.Append(value);
                break;
            default:
                WriteString(value, text);
                break;
        }
    }

    /// <summary>A number as ECMAScript prints it: digits up to 1e21, an exponent beyond and below 1e-6. Null for one that a double does not hold.</summary>
    private static string? Number(string literal)
    {
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || !IsExact(literal, number))
        {
            return null;
        }

        if (number == 0)
        {
            return "0";
        }

        var (digits, exponent) = Digits(number.ToString("R", CultureInfo.InvariantCulture));
        var sign = number < 0 ? "-" : "";
        return exponent switch
        {
            >= 21 or < -6 => $"{sign}{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}",
            < 0 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => sign + digits.PadRight(exponent + 1, '0'),
            _ => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    /// <summary>The significant digits of the shortest text that reads back as the same number, and the decimal exponent of the first of them.</summary>
    private static (string Digits, int Exponent) Digits(string shortest)
    {
        var parts = shortest.TrimStart('-').Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : parts[0].Length;
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return (digits.TrimEnd('0'), exponent + point - (all.Length - digits.Length) - 1);
    }

    /// <summary>Whether an integer is small enough to be held to the last digit; fractions are what they round to.</summary>
    private static bool IsExact(string literal, double number) =>
        Math.Abs(number) < 9007199254740992 || literal.AsSpan().ContainsAny('.', 'e', 'E');
}
