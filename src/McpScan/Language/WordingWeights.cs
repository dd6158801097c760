using System.Globalization;
using System.Runtime.InteropServices;

namespace McpScan.Language;

/// <summary>
/// Weights of features, found by facts and by words as they stand in a text. <c>read</c> weighs in its own sentence, <c>-read</c> where the sentence before has it,
/// <c>+read</c> where the one behind has it, <c>read#negated</c> in a sentence that denies something.
/// </summary>
internal sealed class WordingWeights
{
    /// <summary>Stands before a feature of the sentence before.</summary>
    public const char Before = '-';

    /// <summary>Stands before a feature of the sentence behind.</summary>
    public const char Behind = '+';

    /// <summary>How many pairs of facts there can be.</summary>
    public const int Pairs = FactSet.Capacity * (FactSet.Capacity - 1) / 2;

    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Wording[] _words;
    private readonly double[] _moods;
    private readonly Wording[] _facts = new Wording[FactSet.Capacity];
    private readonly double[] _pairs = new double[Pairs];
    private readonly int _longest;

    /// <param name="text">Features and their weights in turn, with a blank behind each: one text of thousands is read in a tenth of the time of as many members.</param>
    public WordingWeights(ReadOnlySpan<char> text)
    {
        var count = text.Count(' ') / 2;
        _numbers = new Dictionary<string, int>(count, StringComparer.Ordinal);
        _words = new Wording[count + 1];
        _moods = text.Contains('#') ? new double[(count + 1) * WordingFeatures.Moods.Length] : [];
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var feature = ReadOnlySpan<char>.Empty;
        foreach (var range in text.Split(' '))
        {
            if (feature.IsEmpty)
            {
                feature = text[range];
                continue;
            }

            Add(feature, double.Parse(text[range], NumberStyles.Float, CultureInfo.InvariantCulture));
            _longest = Math.Max(_longest, feature.Length);
            feature = [];
        }
    }

    /// <summary>The number of two facts, the first of them the lower.</summary>
    public static int PairOf(Fact one, Fact other) => ((int)other * ((int)other - 1) / 2) + (int)one;

    public Wording Of(Fact fact) => _facts[(int)fact];

    public double OfPair(int pair) => _pairs[pair];

    /// <summary>The weight of a word or of two neighbours by their number, see <see cref="Find(ReadOnlySpan{char})"/>, in a sentence that is put in some <see cref="WordingFeatures.Moods"/>.</summary>
    public Wording OfWord(int number, int moods)
    {
        var sum = _words[number];
        for (var mood = 0; moods >> mood != 0; mood++)
        {
            sum += (moods >> mood & 1) != 0 ? new Wording(_moods[(number * WordingFeatures.Moods.Length) + mood], 0, 0) : default;
        }

        return sum;
    }

    /// <summary>What a feature of words weighs by its name, see <see cref="WordingFeatures"/>.</summary>
    public double OwnOf(string name)
    {
        var mark = name.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? _words[Find(name)].Own : _moods[MoodOf(Find(name.AsSpan(0, mark)), name.AsSpan(mark + 1))];
    }

    /// <summary>The number of a feature that is no fact, from 1; 0 where nothing is known of it.</summary>
    public int Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var number) ? number : 0;

    /// <summary>The number of two neighbours.</summary>
    public int Find(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length + 1 + other.Length > _longest)
        {
            return 0;
        }

        Span<char> name = stackalloc char[_longest];
        one.CopyTo(name);
        name[one.Length] = '_';
        other.CopyTo(name[(one.Length + 1)..]);
        return Find(name[..(one.Length + 1 + other.Length)]);
    }

    private void Add(ReadOnlySpan<char> feature, double weight)
    {
        var wording = feature[0] switch
        {
            Before => new Wording(0, weight, 0),
            Behind => new Wording(0, 0, weight),
            _ => new Wording(weight, 0, 0),
        };
        var name = feature[0] is Before or Behind ? feature[1..] : feature;
        var fact = name.IndexOf('#');
        if (fact != 0)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, fact < 0 ? name : name[..fact], out var isKnown);
            number = isKnown ? number : _numbers.Count;
            if (fact < 0)
            {
                _words[number] += wording;
            }
            else
            {
                _moods[MoodOf(number, name[(fact + 1)..])] = weight;
            }

            return;
        }

        var plus = name.IndexOf('+');
        var one = Named(name[1..(plus < 0 ? name.Length : plus)]);
        if (plus < 0)
        {
            _facts[(int)one] += wording;
        }
        else
        {
            _pairs[PairOf(one, Named(name[(plus + 1)..]))] = weight;
        }
    }

    /// <summary>Where the weight of a word in a mood stands.</summary>
    private static int MoodOf(int number, ReadOnlySpan<char> mood) => (number * WordingFeatures.Moods.Length) + WordingFeatures.Moods.IndexOf(Named(mood));

    private static Fact Named(ReadOnlySpan<char> name) =>
        FactNames.Find(name.ToString()) ?? throw new InvalidOperationException($"The model of wordings knows a fact '{name}' that is none; train it again.");
}
