namespace McpScan.Language;

/// <summary>What a feature, or all features of a sentence, say in log-odds: of the sentence itself and of those around it.</summary>
/// <param name="Own">How much more likely its own sentence steers the model.</param>
/// <param name="Next">What it lends to the sentence behind it.</param>
/// <param name="Previous">What it lends to the sentence before it.</param>
public readonly record struct Wording(double Own, double Next, double Previous)
{
    /// <summary>The sum of two.</summary>
    public static Wording operator +(Wording one, Wording other) => new(one.Own + other.Own, one.Next + other.Next, one.Previous + other.Previous);
}
