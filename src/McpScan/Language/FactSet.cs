using System.Numerics;

namespace McpScan.Language;

/// <summary>A set of <see cref="Fact"/>s in three words.</summary>
public readonly record struct FactSet(ulong Low, ulong Middle, ulong High)
{
    /// <summary>How many different facts there can be.</summary>
    public const int Capacity = 192;

    public static readonly FactSet None;

    public bool IsEmpty => (Low | Middle | High) == 0;

    /// <summary>How many facts there are.</summary>
    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(Middle) + BitOperations.PopCount(High);

    public static FactSet Of(Fact fact)
    {
        var bit = 1UL << ((int)fact & 63);
        return ((int)fact >> 6) switch
        {
            0 => new FactSet(bit, 0, 0),
            1 => new FactSet(0, bit, 0),
            _ => new FactSet(0, 0, bit),
        };
    }

    public static FactSet Of(params ReadOnlySpan<Fact> facts)
    {
        var set = None;
        foreach (var fact in facts)
        {
            set |= Of(fact);
        }

        return set;
    }

    public bool Has(Fact fact) => Overlaps(Of(fact));

    public bool Overlaps(FactSet other) => ((Low & other.Low) | (Middle & other.Middle) | (High & other.High)) != 0;

    public FactSet Without(FactSet other) => new(Low & ~other.Low, Middle & ~other.Middle, High & ~other.High);

    /// <summary>Writes the facts in their order.</summary>
    /// <param name="facts">Room for <see cref="Capacity"/> facts.</param>
    /// <returns>How many were written.</returns>
    public int CopyTo(Span<Fact> facts)
    {
        var count = 0;
        for (var word = 0; word < 3; word++)
        {
            for (var rest = word == 0 ? Low : word == 1 ? Middle : High; rest != 0; rest &= rest - 1)
            {
                facts[count++] = (Fact)((word * 64) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return count;
    }

    public static FactSet operator |(FactSet one, FactSet other) => new(one.Low | other.Low, one.Middle | other.Middle, one.High | other.High);

    public static FactSet operator &(FactSet one, FactSet other) => new(one.Low & other.Low, one.Middle & other.Middle, one.High & other.High);
}
