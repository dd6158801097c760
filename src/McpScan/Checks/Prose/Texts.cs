using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>What the texts of the subject under question say; each is read once, when a check first asks. One instance serves one worker.</summary>
public sealed class Texts(Lists lists)
{
    private readonly Dictionary<ScalarNode, TextReading> _readings = new(NodeIdentity.Instance);
    private ProseReader? _reader;
    private FactSet? _facts;
    private Subject? _subject;
    private Server? _server;
    private IReadOnlyList<Server> _together = [];
    private SubjectNames? _names;

    /// <summary>All facts that any text of the subject has, that of its place among them.</summary>
    public FactSet Facts => _facts ??= Union();

    /// <summary>Turns to another subject.</summary>
    public void Look(Subject subject, Server? server, IReadOnlyList<Server> together)
    {
        (_subject, _server, _together, _names) = (subject, server, together, null);
        _readings.Clear();
        _facts = null;
    }

    /// <summary>What bounds left unread of the subject's texts, each with its place.</summary>
    public IEnumerable<(ScalarNode Text, string Cut)> Cuts()
    {
        foreach (var (text, reading) in _readings)
        {
            if (reading.Cut is { } cut)
            {
                yield return (text, cut);
            }
        }
    }

    /// <summary>What a text says; nothing where the value is no string.</summary>
    public TextReading Of(ScalarNode text)
    {
        if (text.Kind != ScalarKind.String || _subject is null || ProseReader.SaysNothing(text.Value))
        {
            return TextReading.Empty;
        }

        if (!_readings.TryGetValue(text, out var reading))
        {
            _reader ??= new ProseReader(lists.Entries);
            _names ??= new SubjectNames(_subject, ServerNames.Of(_subject, _server, _together, lists));
            reading = _reader.Read(text.Value, _names);
            _readings.Add(text, reading);
        }

        return reading;
    }

    private FactSet Union()
    {
        var facts = FactSet.None;
        foreach (var entry in _subject is null ? [] : _subject.Entries)
        {
            if (entry is { Field.IsText: true, Node: ScalarNode text } && Of(text).Layers is { Count: > 0 } layers)
            {
                facts |= StatementQuestion.PlaceOf(entry.Field);
                foreach (var layer in layers)
                {
                    facts |= layer.Facts;
                }
            }
        }

        return facts;
    }
}
