using System.Globalization;
using System.Text;
using McpScan.Syntax;

namespace McpScan.Tests.Syntax;

/// <summary>Makes random trees and writes each in a random style. The same seed gives the same text.</summary>
internal sealed class RandomTrees(int seed)
{
    private static readonly string[] Parts = ["a", "word", " ", "  ", "é", "😀", "\"", "'", "\\", "\n", "\n\n", "\t", "\u200b", "#", ": ", "- ", "{", "x", "yes", "\u202e", "Z"];

    // The same data in every format: null, bool, long, string, lists and maps of them.
    private readonly Random _random = new(seed);

    public object? Value(int depth) => _random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.NextInt64(-1_000_000, 1_000_000),
        3 => Text(),
        4 => Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1)).ToList(),
        _ => Map(depth - 1),
    };

    public List<KeyValuePair<string, object?>> Map(int depth) =>
        Enumerable.Range(0, _random.Next(5)).Select(i => KeyValuePair.Create($"k{i}{Text().Replace("\n", "", StringComparison.Ordinal)}", Value(depth))).ToList();

    public string Text() => string.Concat(Enumerable.Range(0, _random.Next(7)).Select(_ => Parts[_random.Next(Parts.Length)]));

    public bool Chance(int percent) => _random.Next(100) < percent;

    public string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>A value with its kinds, comparable with <see cref="Show(DataNode)"/>.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(text),
        List<object?> items => $"[{string.Join(',', items.Select(Show))}]",
        List<KeyValuePair<string, object?>> members => $"{{{string.Join(',', members.Select(m => Quote(m.Key) + ":" + Show(m.Value)))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Show(DataNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } text => Quote(text.Value),
        ScalarNode scalar => scalar.Value,
        ArrayNode array => $"[{string.Join(',', array.Items.ToArray().Select(Show))}]",
        _ => $"{{{string.Join(',', node.Members.ToArray().Select(m => Quote(m.Name.Value) + ":" + Show(m.Value)))}}}",
    };

    /// <summary>A quoted text with escapes that JSON, YAML and TOML share; some plain characters are escaped as well.</summary>
    public string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                <= 0xFFFF when Chance(15) => $"\\u{rune.Value:x4}",
                _ => rune.ToString(),
            });
        }

        return escaped.Append('"').ToString();
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
