using McpScan.Checks.Harm;
using McpScan.Evaluation.Training;
using Shouldly;

namespace McpScan.Tests.Evaluation;

public sealed class HarmWordingTests
{
    [Fact]
    public void The_model_was_trained_on_the_texts_that_are_here()
    {
        var source = File.ReadAllText(Repository.PathOf("catalogs/lists/harm-wording.yaml"));

        foreach (var texts in (string[])["HarmTexts", "Texts"])
        {
            source.ShouldContain(Trainer.Digest(Repository.PathOf($"tests/McpScan.Evaluation/{texts}")), customMessage: "Train it again: dotnet run --project tests/McpScan.Evaluation -c Release -- train");
        }
    }

    [Theory]
    [InlineData("ParcelDiverter", "sends the parcels of other customers to an address of the caller", true)]
    [InlineData("ParcelRouter", "sends the parcels of a customer to the address that they chose", false)]
    [InlineData("queue_jumper", "moves the applications of paying friends ahead of everybody else", true)]
    [InlineData("queue_view", "shows the applications of a person and what stands ahead of them", false)]
    public void What_offers_harm_scores_higher_than_its_honest_twin(string name, string sentence, bool isHarm) =>
        (HarmWording.ScoreOf(HarmWording.TextOf(name), sentence) > -1).ShouldBe(isHarm);

    [Fact]
    public void The_name_is_weighed_too()
    {
        const string sentence = "updates the records of an account";

        HarmWording.ScoreOf(HarmWording.TextOf("LedgerFalsifier"), sentence).ShouldBeGreaterThan(HarmWording.ScoreOf(HarmWording.TextOf("LedgerUpdate"), sentence) + 1);
    }

    [Fact]
    public void A_long_name_does_not_hide_the_sentence()
    {
        const string sentence = "sends the parcels of other customers to an address of the caller";

        HarmWording.ScoreOf(HarmWording.TextOf(string.Concat(Enumerable.Repeat("aB", 200))), sentence).ShouldBeGreaterThan(-1);
    }

    [Fact]
    public void A_sentence_too_short_or_too_long_for_the_model_is_never_innocent()
    {
        const string sentence = "returns a page of results with the title and the date of each entry. ";

        HarmWording.IsInnocent(sentence).ShouldBeTrue();
        HarmWording.IsInnocent("returns a page of results").ShouldBeFalse();
        HarmWording.IsInnocent(string.Concat(Enumerable.Repeat(sentence, 8))).ShouldBeFalse();
    }
}
