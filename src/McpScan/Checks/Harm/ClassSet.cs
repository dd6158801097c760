namespace McpScan.Checks.Harm;

/// <summary>A set of classes of the vocabulary of harm, a bit for each. Three words, not an <see cref="UInt128"/>: code that uses one cannot be compiled before it runs.</summary>
internal readonly record struct ClassSet(ulong Low, ulong Mid, ulong High)
{
    /// <summary>How many classes there can be.</summary>
    public const int Capacity = 192;

    public static readonly ClassSet None;

    public bool IsEmpty => (Low | Mid | High) == 0;

    public static ClassSet Of(int number)
    {
        var bit = 1UL << (number % 64);
        return (number / 64) switch
        {
            0 => new ClassSet(bit, 0, 0),
            1 => new ClassSet(0, bit, 0),
            _ => new ClassSet(0, 0, bit),
        };
    }

    public bool Overlaps(ClassSet other) => ((Low & other.Low) | (Mid & other.Mid) | (High & other.High)) != 0;

    public ClassSet Without(ClassSet other) => new(Low & ~other.Low, Mid & ~other.Mid, High & ~other.High);

    public static ClassSet operator |(ClassSet one, ClassSet other) => new(one.Low | other.Low, one.Mid | other.Mid, one.High | other.High);

    public static ClassSet operator &(ClassSet one, ClassSet other) => new(one.Low & other.Low, one.Mid & other.Mid, one.High & other.High);
}
