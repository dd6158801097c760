using System.Text.RegularExpressions;
using McpScan.Discovery;
using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Clients;

/// <summary>A configuration in which marks such as <c>«launch:a package|x@1»</c> say which value of which field stands where.</summary>
internal sealed partial class MarkedConfig
{
    private readonly List<(string Subject, string Field, TextSpan Span)> _marks = [];

    public MarkedConfig(string path, string marked)
    {
        var removed = 0;
        var text = Mark().Replace(marked, match =>
        {
            var value = match.Groups["value"].Value;
            _marks.Add((match.Groups["subject"].Value, match.Groups["field"].Value, new TextSpan(match.Index - removed, value.Length)));
            removed += match.Length - value.Length;
            return value;
        });
        var source = new SourceText(path, text);
        var document = Path.GetExtension(path) switch
        {
            ".yaml" or ".yml" => YamlReader.Read(source),
            ".toml" => TomlReader.Read(source),
            _ => JsonReader.Read(source),
        };
        document.Notices.Where(notice => notice.Severity == NoticeSeverity.Error).ShouldBeEmpty();
        Model = All.Recognisers.Select(recogniser => recogniser.Recognise(new Artifact(path, "", document))).FirstOrDefault(model => model is not null)!;
    }

    public ArtifactModel Model { get; }

    public string Servers => string.Join(" ", Model.Servers.Select(server => server.EntryName));

    private IEnumerable<SubjectDraft> Subjects => Model.Servers.SelectMany(server => server.Subjects).Concat(Model.Others);

    /// <summary>Every mark must be a value of its field, at exactly its characters.</summary>
    public void ShouldHoldItsMarks()
    {
        _marks.ShouldNotBeEmpty();
        foreach (var (local, field, span) in _marks)
        {
            var subject = Subjects.FirstOrDefault(subject => subject.LocalId == local);
            subject.ShouldNotBeNull($"{local} is missing; there are {string.Join(", ", Subjects.Select(s => s.LocalId))}");
            var values = subject.Entries.Where(entry => NameOf(entry) == field).Select(entry => SpanOf(entry.Node)).ToArray();
            values.ShouldContain(span, $"{local} {field}; it has {string.Join(", ", subject.Entries.Select(entry => $"{NameOf(entry)}@{SpanOf(entry.Node)}"))}");
        }
    }

    private static string NameOf(FieldEntry entry) =>
        entry.Key is null ? entry.Field.Name : entry.Field.Name.Replace("*", entry.Key.Value, StringComparison.Ordinal);

    private static TextSpan SpanOf(DataNode node) => node is ScalarNode scalar ? scalar.ContentSpan : node.Span;

    [GeneratedRegex(@"«(?<subject>\S+) (?<field>[^|]+)\|(?<value>.*?)»", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
