using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using McpScan.Checks.Capabilities;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Checks;

/// <summary>The arguments that a rule gives a check, already validated against its parameters.</summary>
public sealed class CheckArguments(IReadOnlyDictionary<string, string[]> values)
{
    private readonly ConcurrentDictionary<string, BoundedRegex[]> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<TermPattern>> _terms = new(StringComparer.Ordinal);
    private FactTest[]? _statements;
    private SignalSet? _signals;
    private WordingWeight[]? _wording;

    public static readonly CheckArguments None = new(new Dictionary<string, string[]>(StringComparer.Ordinal));

    /// <summary>All values of an argument; empty where it was not given.</summary>
    public IReadOnlyList<string> Texts(string name) => values.TryGetValue(name, out var texts) ? texts : [];

    /// <summary>The single value of an argument, or the default.</summary>
    public string Text(string name, string otherwise) => Texts(name) is [var text, ..] ? text : otherwise;

    /// <summary>The regular expressions of an argument, made once; empty where it was not given.</summary>
    public IReadOnlyList<BoundedRegex> Patterns(string name) => _patterns.GetOrAdd(name, Compile);

    /// <summary>The questions about capabilities of an argument, read once; empty where it was not given.</summary>
    internal ImmutableArray<TermPattern> Terms(string name) => _terms.GetOrAdd(name, static (key, arguments) => [.. arguments.Texts(key).Select(TermPattern.Parse)], this);

    /// <summary>The tests of the arguments <c>of</c> and <c>says</c>, read once.</summary>
    public FactTest[] Statements => _statements ??= [.. Texts("of").SelectMany(static set => StatementTests.Of(set)), .. Texts("says").Select(static text => FactTest.Parse(text, out _))];

    /// <summary>The signals of the sets that the argument <c>of</c> names, read once.</summary>
    public SignalSet Signals => _signals ??= SignalSets.Of(Texts("of"));

    /// <summary>What wordings weigh, by the argument <c>wording</c>, read once.</summary>
    public WordingWeight[] Wording => _wording ??= [.. Texts("wording").Select(static text => WordingWeight.Parse(text, out _))];

    /// <summary>A whole number, or the default.</summary>
    public int Number(string name, int otherwise) =>
        Texts(name) is [var text, ..] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A number, or the default.</summary>
    public double Real(string name, double otherwise) =>
        Texts(name) is [var text, ..] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A switch, or the default.</summary>
    public bool Flag(string name, bool otherwise) => Texts(name) is [var text, ..] ? text == "true" : otherwise;

    private BoundedRegex[] Compile(string name)
    {
        var texts = Texts(name);
        var patterns = new BoundedRegex[texts.Count];
        for (var i = 0; i < patterns.Length; i++)
        {
            patterns[i] = new BoundedRegex(texts[i]);
        }

        return patterns;
    }
}
