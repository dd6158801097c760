using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>Random trees, written in random styles, come back with equal values, and every letter is found where it was written.</summary>
public class RoundTripTests
{
    private const int Rounds = 400;

    [Fact]
    public void Json_comes_back() => Check((trees, value) => Json(trees, value), JsonReader.Read, trees => trees.Value(4));

    [Fact]
    public void Yaml_comes_back() => Check((trees, value) => Yaml(trees, value, 0), YamlReader.Read, trees => trees.Value(4));

    [Fact]
    public void Toml_comes_back() => Check(Toml, TomlReader.Read, trees => trees.Map(4).Where(m => m.Value is not null).ToList());

    private static void Check(Func<RandomTrees, object?, string> write, Func<SourceText, DataDocument> read, Func<RandomTrees, object?> make)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var trees = new RandomTrees(seed);
            var value = make(trees);
            var text = write(trees, value);
            if (trees.Chance(30))
            {
                text = text.ReplaceLineEndings("\r\n");
            }

            var document = read(new SourceText("a", text));
            var about = $"seed {seed}:\n{text}";
            document.Notices.ShouldBeEmpty(about);
            if (value is List<KeyValuePair<string, object?>> { Count: 0 } && document.Roots.IsEmpty)
            {
                continue;
            }

            RandomTrees.Show(document.Root.ShouldNotBeNull(about)).ShouldBe(RandomTrees.Show(value), about);
            document.ShouldBeSound();
            CheckPlaces(document.Root!, about);
        }
    }

    private static void CheckPlaces(DataNode node, string about)
    {
        if (node is ScalarNode { Kind: ScalarKind.String } scalar)
        {
            for (var i = 0; i < scalar.Value.Length; i++)
            {
                if (char.IsAsciiLetter(scalar.Value[i]))
                {
                    scalar.Source.ToString(scalar.Locate(i, 1)).ShouldBeOneOf([scalar.Value[i].ToString(), $"\\u{(int)scalar.Value[i]:x4}"], about);
                }
            }
        }

        foreach (var item in node.Items)
        {
            CheckPlaces(item, about);
        }

        foreach (var member in node.Members)
        {
            CheckPlaces(member.Name, about);
            CheckPlaces(member.Value, about);
        }
    }

    private static string Json(RandomTrees trees, object? value)
    {
        var space = trees.Pick("", " ", "\n  ", "\t", " // note\n", " /* {[ */ ");
        return space + value switch
        {
            string text => trees.Escaped(text),
            List<object?> items => $"[{string.Join(space + ",", items.Select(i => Json(trees, i)))}{(items.Count > 0 ? trees.Pick("", ",") : "")}{space}]",
            List<KeyValuePair<string, object?>> members =>
                $"{{{string.Join(",", members.Select(m => space + trees.Escaped(m.Key) + space + ":" + Json(trees, m.Value)))}{(members.Count > 0 ? trees.Pick("", ",") : "")}{space}}}",
            _ => RandomTrees.Show(value),
        };
    }

    private static string Yaml(RandomTrees trees, object? value, int indent)
    {
        var margin = new string(' ', indent);
        switch (value)
        {
            case List<object?> { Count: > 0 } items when trees.Chance(70):
                return "\n" + string.Concat(items.Select(i => $"{margin}- {Yaml(trees, i, indent + 2).TrimEnd('\n')}\n"));
            case List<KeyValuePair<string, object?>> { Count: > 0 } members when trees.Chance(70):
                return "\n" + string.Concat(members.Select(m => $"{margin}{YamlText(trees, m.Key, -1)}: {Yaml(trees, m.Value, indent + 2).TrimEnd('\n')}{trees.Pick("", " # note", "\n")}\n"))
                    .Replace("|- # note", "|-", StringComparison.Ordinal);
            case List<object?> items:
                return $"[{string.Join(trees.Pick(",", ", "), items.Select(i => Flow(trees, i)))}]";
            case List<KeyValuePair<string, object?>>:
                return Flow(trees, value);
            case string text:
                return YamlText(trees, text, indent);
            default:
                return RandomTrees.Show(value);
        }
    }

    private static string Flow(RandomTrees trees, object? value) => value switch
    {
        List<object?> items => $"[{string.Join(", ", items.Select(i => Flow(trees, i)))}]",
        List<KeyValuePair<string, object?>> members => $"{{{string.Join(", ", members.Select(m => trees.Escaped(m.Key) + ": " + Flow(trees, m.Value)))}}}",
        string text => trees.Escaped(text),
        _ => RandomTrees.Show(value),
    };

    private static string YamlText(RandomTrees trees, string text, int indent)
    {
        var isLine = text.All(c => c is not ('\n' or '\t'));
        if (text.Length > 0 && text.All(char.IsAsciiLetter) && text is not ("true" or "null") && trees.Chance(60))
        {
            return text;
        }

        return isLine && trees.Chance(40) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : trees.Escaped(text);
    }

    private static string Toml(RandomTrees trees, object? value)
    {
        var text = new StringBuilder();
        WriteTable(text, trees, (List<KeyValuePair<string, object?>>)value!, "");
        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, RandomTrees trees, List<KeyValuePair<string, object?>> members, string path)
    {
        // Values before tables, as TOML wants it; the tables that follow keep their order at the end.
        members.Sort((a, b) => IsTable(a.Value).CompareTo(IsTable(b.Value)));
        foreach (var member in members)
        {
            var key = TomlKey(trees, member.Key);
            if (IsTable(member.Value))
            {
                text.Append($"[{path}{key}] # note\n");
                WriteTable(text, trees, (List<KeyValuePair<string, object?>>)member.Value!, path + key + ".");
            }
            else
            {
                text.Append($"{key} = {TomlValue(trees, member.Value)}{trees.Pick("", "\n", " # note")}\n");
            }
        }
    }

    private static bool IsTable(object? value) => value is List<KeyValuePair<string, object?>> { Count: > 0 } table && table.RemoveAll(m => m.Value is null) >= 0;

    private static string TomlKey(RandomTrees trees, string key) => key.All(char.IsAsciiLetterOrDigit) ? trees.Pick(key, $"'{key}'") : trees.Escaped(key);

    private static string TomlValue(RandomTrees trees, object? value)
    {
        switch (value)
        {
            case List<object?> items:
                items.RemoveAll(i => i is null);
                return $"[{trees.Pick("", "\n  ", " # note\n")}{string.Join(trees.Pick(",", ",\n  "), items.Select(i => TomlValue(trees, i)))}]";
            case List<KeyValuePair<string, object?>> members:
                members.RemoveAll(m => m.Value is null);
                return $"{{{string.Join(", ", members.Select(m => TomlKey(trees, m.Key) + " = " + TomlValue(trees, m.Value)))}}}";
            case string text when text.All(c => c is not ('\'' or '\n' or '\t')) && trees.Chance(40):
                return $"'{text}'";
            case string text when trees.Chance(30) && !text.Contains('\r', StringComparison.Ordinal):
                return $"\"\"\"\\\n   {trees.Escaped(text.Replace(' ', 'w'))[1..^1]}\"\"\"" is var many && text.Contains(' ', StringComparison.Ordinal) ? trees.Escaped(text) : many;
            case string text:
                return trees.Escaped(text);
            default:
                return RandomTrees.Show(value);
        }
    }
}
