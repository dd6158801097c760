using System.Collections.Immutable;
using System.Text;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Evaluation.Training;

/// <summary>Files of JSON lines, a server each, in which a part of a text may be marked <c>[|…|]</c>.</summary>
internal sealed class MarkedTexts
{
    private readonly List<InputFile> _files = [];
    private readonly Dictionary<string, ImmutableArray<TextSpan>> _marks = new(StringComparer.Ordinal);

    /// <param name="name">The name of the file.</param>
    /// <param name="lines">Its text.</param>
    public void Add(string name, string lines)
    {
        var (text, spans) = RuleExamples.Strip(lines);
        _files.Add(InputFile.FromBytes(name, Encoding.UTF8.GetBytes(text)));
        _marks.Add(name, spans);
    }

    /// <summary>Adds the files of a folder.</summary>
    public void AddFolder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl"))
        {
            Add(Path.GetFileName(path), File.ReadAllText(path));
        }
    }

    /// <summary>The tools, read as an audit reads them, each with its server.</summary>
    public IEnumerable<(Subject Tool, Server Server)> Tools() => InventoryBuilder.Build(_files, new InventoryOptions()).Servers.SelectMany(server => server.Tools.Select(tool => (tool, server)));

    /// <summary>What is marked in the file that a tool stands in.</summary>
    public ImmutableArray<TextSpan> MarksOf(Subject tool) => _marks[tool.Definition.Source.Path];
}
