using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Twins;

/// <summary>
/// The pairs of <c>tests/twins/CLASS.yaml</c> that the audit is right about, and those of <c>tests/twins/gaps.yaml</c> that it is not.
/// Every file is in order of names, so that a pair that moves there and back leaves no trace.
/// </summary>
internal static class TwinFiles
{
    public const string Folder = "tests/twins";
    public const string Gaps = "gaps";

    private const string Head = "pairs:\n";
    private const string Item = "  - name: ";

    private static readonly Lazy<IReadOnlyList<Twin>> Pairs = new(() => [.. Names().SelectMany(Read)]);

    /// <summary>All pairs, those of the gaps among them.</summary>
    public static IReadOnlyList<Twin> All => Pairs.Value;

    /// <summary>The names of the class files.</summary>
    public static IEnumerable<string> Classes => Names().Where(name => name != Gaps);

    public static string PathOf(string file) => $"{Folder}/{file}.yaml";

    /// <summary>What a file should hold: its head as it is, and the pairs that belong there.</summary>
    public static string Render(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(PathOf(file)));
        var rendered = new StringBuilder(text[..HeadLength(text)]);
        var pairs = file == Gaps
            ? All.Where(twin => twin.Misjudged.Length > 0).OrderBy(twin => twin.Class, StringComparer.Ordinal).ThenBy(twin => twin.Name, StringComparer.Ordinal)
            : All.Where(twin => twin.Misjudged.Length == 0 && twin.Class == file).OrderBy(twin => twin.Name, StringComparer.Ordinal);
        foreach (var twin in pairs)
        {
            var (first, others) = Split(twin.Block);
            rendered.Append(first).Append(file == Gaps ? $"    class: {twin.Class}\n    wrong: {twin.Misjudged}\n" : "").Append(others);
        }

        return rendered.ToString();
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Repository.PathOf(Folder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static IEnumerable<Twin> Read(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(PathOf(file)));
        var document = YamlReader.Read(new SourceText(PathOf(file), text));
        document.Notices.ShouldBeEmpty();
        var nodes = document.Root!["pairs"]!.Items.ToArray();
        var blocks = Blocks(text[HeadLength(text)..]);
        nodes.Length.ShouldBe(blocks.Count, PathOf(file));
        return nodes.Zip(blocks, (node, block) => new Twin(
            file == Gaps ? TextOf(node, "class") : file, TextOf(node, "name"), TextOf(node, "bad"), TextOf(node, "good"), file == Gaps ? TextOf(node, "wrong") : "", block));
    }

    private static string TextOf(DataNode pair, string member) => pair[member]?.AsString() is { } text ? text : throw new InvalidDataException($"A pair lacks '{member}'.");

    private static int HeadLength(string text) => text.IndexOf(Head, StringComparison.Ordinal) is >= 0 and var at ? at + Head.Length : text.Length;

    /// <summary>The lines of each pair, without those that only gaps have.</summary>
    private static List<string> Blocks(string pairs)
    {
        var blocks = new List<string>();
        for (var at = 0; at < pairs.Length;)
        {
            var next = pairs.IndexOf("\n" + Item, at, StringComparison.Ordinal) is >= 0 and var found ? found + 1 : pairs.Length;
            blocks.Add(string.Concat(pairs[at..next].Split('\n').SkipLast(1).Where(line => !IsOfGaps(line)).Select(line => line + "\n")));
            at = next;
        }

        return blocks;
    }

    private static bool IsOfGaps(string line) => line.StartsWith("    class: ", StringComparison.Ordinal) || line.StartsWith("    wrong: ", StringComparison.Ordinal);

    private static (string First, string Others) Split(string block)
    {
        var end = block.IndexOf('\n', StringComparison.Ordinal) + 1;
        return (block[..end], block[end..]);
    }
}
