namespace McpScan.Checks.Harm;

/// <summary>A set of classes of the vocabulary of harm, a bit for each. Two words, not an <see cref="UInt128"/>: code that uses one cannot be compiled before it runs.</summary>
internal readonly record struct ClassSet(ulong Low, ulong High)
{
    /// <summary>How many classes there can be.</summary>
    public const int Capacity = 128;

    public static readonly ClassSet None;

    public bool IsEmpty => (Low | High) == 0;

    public static ClassSet Of(int number) => number < 64 ? new ClassSet(1UL << number, 0) : new ClassSet(0, 1UL << (number - 64));

    public bool Overlaps(ClassSet other) => ((Low & other.Low) | (High & other.High)) != 0;

    public ClassSet Without(ClassSet other) => new(Low & ~other.Low, High & ~other.High);

    public static ClassSet operator |(ClassSet one, ClassSet other) => new(one.Low | other.Low, one.High | other.High);

    public static ClassSet operator &(ClassSet one, ClassSet other) => new(one.Low & other.Low, one.High & other.High);
}
