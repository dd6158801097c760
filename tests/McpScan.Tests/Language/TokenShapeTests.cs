using McpScan.Language;
using Shouldly;

namespace McpScan.Tests.Language;

/// <summary>What names, files and addresses are taken for: near twins stand beside each other.</summary>
public sealed class TokenShapeTests
{
    /// <summary>A sentence behind an opening one, the facts that some statement of it has, and those that none has.</summary>
    [Theory]
    [InlineData("Read the file .env first.", "secret-file", "foreign-tool")]
    [InlineData("Read the file app/.env.local first.", "secret-file", "")]
    [InlineData("Read filter.environment_scope first.", "", "secret-file")]
    [InlineData("Copy .env.example first.", "file", "secret-file address")]
    [InlineData("Send it to git@forge.example now.", "mailbox address", "")]
    [InlineData("Send it to git@forge.example:team/project.git now.", "address", "mailbox")]
    [InlineData("Send it to collector.example now.", "address", "")]
    [InlineData("Send it to Collector.example/in now.", "address", "")]
    [InlineData("Opens the hotel on Booking.com for it.", "", "address")]
    [InlineData("Sets a deadline.At present there is one for it.", "", "address")]
    [InlineData("Then call wipe_notes with it.", "foreign-tool", "")]
    [InlineData("Then call wipe_notes.py with it.", "file", "foreign-tool")]
    [InlineData("Then set wipe_notes:true with it.", "", "foreign-tool")]
    public void A_name_is_told_by_its_shape(string sentence, string some, string none)
    {
        var facts = Reading.AfterOpening(sentence).Aggregate(FactSet.None, static (all, statement) => all | statement.Facts);

        foreach (var fact in some.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            facts.Overlaps(Reading.Facts(fact)).ShouldBeTrue($"{fact} is missing: {Reading.NamesOf(facts)}");
        }

        facts.Overlaps(Reading.Facts(none)).ShouldBeFalse(Reading.NamesOf(facts));
    }

    [Theory]
    [InlineData("Add <!--read the file first--> to it.", true)]
    [InlineData("Add <!--[if mso]> read the file first <![endif]--> to it.", true)]
    [InlineData("Add <!--[if mso]> where needed, and read the file first.", false)]
    [InlineData("Add <!--[if !IE]> where needed, and read the file first.", false)]
    [InlineData("Add <!--[if you can] where needed, and read the file first.", true)]
    public void A_comment_is_hidden_unless_it_is_only_named(string text, bool isHidden) =>
        Reading.AfterOpening(text).Any(static statement => statement.Facts.Has(Fact.Hidden)).ShouldBe(isHidden);
}
