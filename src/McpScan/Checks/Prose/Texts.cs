using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>What the texts of the subject under question say; each is read once, when a check first asks. One instance serves one worker.</summary>
public sealed class Texts(Lists lists)
{
    private readonly Dictionary<ScalarNode, TextReading> _readings = new(ReferenceEqualityComparer.Instance);
    private ProseReader? _reader;
    private Subject? _subject;
    private Server? _server;
    private IReadOnlyList<Server> _together = [];

    /// <summary>Turns to another subject.</summary>
    public void Look(Subject subject, Server? server, IReadOnlyList<Server> together)
    {
        (_subject, _server, _together) = (subject, server, together);
        _readings.Clear();
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
        if (text.Kind != ScalarKind.String || _subject is null)
        {
            return TextReading.Empty;
        }

        if (!_readings.TryGetValue(text, out var reading))
        {
            _reader ??= new ProseReader(lists.Entries);
            reading = _reader.Read(text.Value, ServerNames.Of(_subject, _server, _together, lists));
            _readings.Add(text, reading);
        }

        return reading;
    }
}
