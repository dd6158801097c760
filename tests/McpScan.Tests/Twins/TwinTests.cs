namespace McpScan.Tests.Twins;

/// <summary>
/// Attacks beside harmless texts in nearly the same words: finding the one is easy, leaving the other alone as well is what counts. After a change of the
/// engine, <c>MCPSCAN_UPDATE=1</c> moves pairs between their class and the gaps.
/// </summary>
public sealed class TwinTests
{
    private const int MinRight = 150;
    private const int MinOfClass = 5;

    public static TheoryData<string> Classes => [.. TwinFiles.Classes];

    public static TheoryData<string> Files => [.. TwinFiles.Classes, TwinFiles.Gaps];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Pairs_of_a_class_are_told_apart(string name) =>
        Standing(name).Where(twin => !Moves && twin.Misjudged.Length > 0).Select(twin => $"{twin.Class}/{twin.Name}: {twin.Explain()}").ShouldBeEmpty();

    [Fact]
    public void Gaps_are_still_wrong_in_just_that_way() =>
        TwinFiles.All.Where(twin => !Moves && twin.Wrong.Length > 0 && twin.Misjudged != twin.Wrong)
            .Select(twin => twin.Misjudged.Length == 0
                ? $"{twin.Name} is right now: move it to {TwinFiles.PathOf(twin.Class)} (MCPSCAN_UPDATE=1 does)"
                : $"{twin.Name} was wrong on '{twin.Wrong}', now {twin.Explain()}")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pair_stands_in_its_file_in_order(string file) => Golden.Match(TwinFiles.PathOf(file), TwinFiles.Render(file));

    [Fact]
    public void Most_pairs_are_right_and_every_class_has_some()
    {
        var right = TwinFiles.All.Where(twin => twin.Misjudged.Length == 0).ToLookup(twin => twin.Class, StringComparer.Ordinal);
        right.Sum(twins => twins.Count()).ShouldBeGreaterThanOrEqualTo(MinRight);
        TwinFiles.Classes.Where(name => right[name].Count() < MinOfClass).ShouldBeEmpty();
    }

    [Fact]
    public void Names_are_unique_and_the_two_sides_differ()
    {
        TwinFiles.All.GroupBy(twin => twin.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1).Select(twins => twins.Key).ShouldBeEmpty();
        TwinFiles.All.Where(twin => twin.Bad == twin.Good).Select(twin => twin.Name).ShouldBeEmpty();
        TwinFiles.All.Select(twin => twin.Class).Except(TwinFiles.Classes, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static bool Moves => Environment.GetEnvironmentVariable("MCPSCAN_UPDATE") == "1";

    private static IEnumerable<Twin> Standing(string file) => TwinFiles.All.Where(twin => twin.Wrong.Length == 0 && twin.Class == file);
}
