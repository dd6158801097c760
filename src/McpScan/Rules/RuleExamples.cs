using System.Collections.Immutable;
using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Rules;

/// <summary>Reads the examples of a rule file: <c>examples: { bad: […], good: […] }</c>, each with <c>name</c>, <c>path</c> + <c>text</c> or <c>files</c>, and a <c>policy</c> where there is one.</summary>
/// <remarks>A file with <c>before</c> had that text when a lock was made; the example is then held against the lock.</remarks>
public static class RuleExamples
{
    /// <summary>Joins two parts of a text that must not stand whole in the repository, such as a made-up key; it stands for nothing.</summary>
    public const string Joiner = "[+]";

    /// <summary>What the policy of an example is called.</summary>
    public const string PolicyPath = "mcpscan.yaml";

    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>The examples of a built-in rule.</summary>
    public static ImmutableArray<RuleExample> Of(Rule rule) => Read(rule.Path, EmbeddedData.ReadText(rule.Path) ?? "", out _);

    /// <summary>The examples in a rule file; <paramref name="errors"/> says which are malformed.</summary>
    public static ImmutableArray<RuleExample> Read(string path, string yaml, out ImmutableArray<RuleError> errors)
    {
        var found = ImmutableArray.CreateBuilder<RuleError>();
        var examples = ImmutableArray.CreateBuilder<RuleExample>();
        var node = YamlReader.Read(new SourceText(path, yaml)).Root?["examples"];
        foreach (var (key, isBad) in new[] { ("bad", true), ("good", false) })
        {
            foreach (var item in node?[key] is { } list ? list.Items : [])
            {
                var files = Files(item);
                if (files.IsEmpty || item["name"]?.AsString() is not { } name)
                {
                    found.Add(RuleLoader.ErrorAt(item, path, "An example has a name, and path + text, or files with path + text each."));
                    continue;
                }

                examples.Add(new RuleExample(name, isBad, files) { Policy = item["policy"]?.AsString() is { } policy ? new ExampleFile(PolicyPath, policy) : null });
            }
        }

        errors = found.ToImmutable();
        return examples.ToImmutable();
    }

    /// <summary>The text without marks and joiners, and the marked spans in it.</summary>
    public static (string Text, ImmutableArray<TextSpan> Marks) Strip(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        var open = -1;
        for (var i = 0; i < marked.Length;)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith(Joiner, StringComparison.Ordinal))
            {
                i += Joiner.Length;
            }
            else if (open < 0 && rest.StartsWith(Open, StringComparison.Ordinal))
            {
                open = text.Length;
                i += Open.Length;
            }
            else if (open >= 0 && rest.StartsWith(Close, StringComparison.Ordinal))
            {
                marks.Add(TextSpan.FromBounds(open, text.Length));
                open = -1;
                i += Close.Length;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        return (text.ToString(), marks.ToImmutable());
    }

    private static ImmutableArray<ExampleFile> Files(DataNode item)
    {
        var files = ImmutableArray.CreateBuilder<ExampleFile>();
        foreach (var file in item["files"] is { } several ? several.Items : new ReadOnlySpan<DataNode>(ref item))
        {
            if (file["path"]?.AsString() is { } path && file["text"]?.AsString() is { } text)
            {
                files.Add(new ExampleFile(path, text, file["before"]?.AsString()));
            }
        }

        return files.ToImmutable();
    }
}
