using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Checks.Harm;
using McpScan.Discovery;
using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Tests.Checks;

/// <summary>Which part of a sentence offers harm; near twins stand beside each other.</summary>
public sealed class HarmTests
{
    [Theory]
    [InlineData("offers", "installs a keylogger.", "installs a keylogger")]
    [InlineData("offers", "detects programs that install a keylogger.", null)]
    [InlineData("offers", "installs a keylogger detection.", null)]
    [InlineData("offers", "does not install a keylogger.", null)]
    [InlineData("offers", "finds passwords and steals cookies.", "steals cookies")]
    [InlineData("offers", "finds programs that steal cookies.", null)]
    [InlineData("offers", "can steal cookies.", null)]
    [InlineData("offers", "lists cookies that were stolen.", null)]
    [InlineData("offers", "stealing cookies is easy.", "stealing cookies")]
    [InlineData("offers", "writes 'steal the cookies now' on the wall.", null)]
    [InlineData("offers", "wrong values may brick the router.", null)]
    [InlineData("offers", "bricks the router.", "bricks the router")]
    [InlineData("offers", "gives victims of a flood a number.", null)]
    [InlineData("offers", "copies the victim's data.", "copies the victim's data")]
    [InlineData("offers", "what we detect:\n- steals cookies\n- forges invoices", null)]
    [InlineData("offers", "what it does:\n- steals cookies", "steals cookies")]
    [InlineData("offers", "swaps the tags so that families receive the wrong ashes.", "swaps the tags so that families receive the wrong")]
    [InlineData("offers", "swaps the tags so that nobody receives the wrong ashes.", null)]
    [InlineData("offers", "silently rewrites the archive.", "silently rewrites the archive")]
    [InlineData("offers", "forges a lab report.", "forges a lab report")]
    [InlineData("offers", "reports who forged a lab value.", null)]
    [InlineData("offers", "lures lonely pensioners into a contract.", "lures lonely pensioners")]
    [InlineData("offers", "stops shops that lure lonely pensioners.", null)]
    [InlineData("offers", "offers lonely pensioners a call with their consent.", null)]
    [InlineData("offers", "bills visits that never took place.", "bills visits that never took")]
    [InlineData("offers", "masks the bank-drain passwords.", null)]
    [InlineData("offers", "is rarely wanted: steals: cookies", null)]
    [InlineData("unseen", "never goes on to another step without the owner's consent.", null)]
    [InlineData("unseen", "adjusts the books so that nobody notices.", "adjusts the books so that nobody notices")]
    [InlineData("unseen", "posts the letter, never without the owner's consent.", null)]
    [InlineData("unseen", "posts the letter without the owner's consent.", "posts the letter without the owner's consent")]
    [InlineData("defences", "turns off the firewall.", "turns off the firewall")]
    [InlineData("defences", "removes the firewall rule.", null)]
    [InlineData("watching", "tracks the location of a person.", "tracks the location of a person")]
    [InlineData("watching", "tracks the location of a parcel.", null)]
    public void Acts_are_told_by_their_objects_and_by_what_rules_them(string set, string text, string? part)
    {
        var found = HarmText.Find(Layer(text), HarmVocabulary.BuiltIn.Set(set));
        (found is var (start, end) ? text[start..end] : null).ShouldBe(part);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Harm_is_looked_for_where_a_text_says_what_it_is_for(int sentencesBefore, bool isFound)
    {
        var text = string.Concat(Enumerable.Repeat("Reads a page. ", sentencesBefore)) + "Steals cookies.";
        (HarmText.Find(Layer(text), HarmVocabulary.BuiltIn.Set("offers")) is not null).ShouldBe(isFound);
    }

    /// <summary>Honest tools in the words of attacks; each is one line, its name and its description with a tab between them.</summary>
    [Fact]
    public void Honest_tools_in_the_words_of_attacks_stay_silent()
    {
        var tools = File.ReadLines(Repository.PathOf("tests/McpScan.Tests/Checks/HonestTools.txt")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToArray();
        tools.Length.ShouldBeGreaterThan(250);
        var names = tools.Select(tool => $$"""{ "name": "{{tool[0]}}", "description": {{JsonSerializer.Serialize(tool[1])}}, "inputSchema": { "type": "object" } }""");
        var file = InputFile.FromBytes("tools.json", Encoding.UTF8.GetBytes($$"""{ "tools": [ {{string.Join(", ", names)}} ] }"""));
        var report = Auditor.Audit(InventoryBuilder.Build([file], InventoryOptions.Default), RuleSet.BuiltIn, new AuditOptions());
        report.Servers.Single().Tools.Length.ShouldBe(tools.Length);
        report.Findings.Where(finding => finding.Rule.Id is "MCPS5029" or "MCPS5031" or "MCPS5035" or "MCPS5037" or "MCPS5039").Select(finding => finding.Message).ShouldBeEmpty();

        // The model of wordings errs on this one; a second would be news.
        report.Findings.Where(finding => finding.Rule.Id is "MCPS5075").Select(finding => finding.SubjectName.Raw).ShouldBe(["spot_phantom_visits"]);
    }

    [Theory]
    [InlineData("cuts the power to a town", "cuts the power|heat", true)]
    [InlineData("cuts all the heat to a town", "cuts ~1 the power|heat", true)]
    [InlineData("cuts the very same heat to a town", "cuts ~1 the power|heat", false)]
    [InlineData("shuts the power off", "cuts|shuts the power", true)]
    public void An_entry_may_have_gaps_and_choices(string text, string entry, bool isThere)
    {
        var phrases = new HarmPhrases();
        phrases.Add(entry, ClassSet.Of(0));
        var words = new List<HarmWord>();
        phrases.Join(text, HarmText.Words(text, 0, text.Length), words);
        words.Exists(word => word.Is(ClassSet.Of(0))).ShouldBe(isThere);
    }

    [Fact]
    public void An_entry_does_not_end_in_a_gap() => Should.Throw<InvalidOperationException>(() => new HarmPhrases().Add("cuts the ~2", ClassSet.Of(0)));

    [Theory]
    [InlineData("the victim's files", "the victim 's files")]
    [InlineData("users' cookies", "users ' cookies")]
    [InlineData("don't log-in", "don't log in")]
    [InlineData("'quoted'", "quoted")]
    public void The_ending_of_a_possessive_is_a_word(string text, string words) =>
        string.Join(' ', HarmText.Words(text, 0, text.Length).Select(word => text.Substring(word.Start, word.Length))).ShouldBe(words);

    [Fact]
    public void A_hostile_text_takes_bounded_work()
    {
        var text = string.Concat(Enumerable.Repeat("without the steal so that nobody talks you into ", 20_000));
        HarmText.Find(Layer(text), HarmVocabulary.BuiltIn.Set("watching")).ShouldBeNull();
    }

    private static TextLayer Layer(string text) => new(Normaliser.Normalise(text), [], null, 0, text.Length, false);
}
