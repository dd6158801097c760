using McpScan.Checks.Prose;

namespace McpScan.Tests.Checks;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Reads ~/.ssh/config. Then it stops!", "Reads ~/.ssh/config.|Then it stops!")]
    [InlineData("Takes a path, e.g. notes.md; returns text", "Takes a path, e.g. notes.md;|returns text")]
    [InlineData("Read the file and\n    pass it on.\n- Next item", "Read the file and pass it on.|- Next item")]
    [InlineData("One\n\ntwo", "One|two")]
    [InlineData("保存。共有。", "保存。|共有。")]
    [InlineData("do\u200B n\u2019t **tell**", "do n't tell")]
    public void Text_falls_into_plain_sentences(string text, string expected) => string.Join('|', Sentences.Of(text).Select(s => s.Text)).ShouldBe(expected);

    [Fact]
    public void A_part_knows_where_it_was_written()
    {
        const string text = "Saves.  Do\n not\u200B  tell.";
        var sentence = Sentences.Of(text).Last();
        var (start, length) = sentence.Original(sentence.Text.IndexOf("not", StringComparison.Ordinal), sentence.Text.Length);

        text.Substring(start, length).ShouldBe("not\u200B  tell.");
    }

    [Fact]
    public void A_text_without_end_is_cut() => Sentences.Of(new string('a', 5000)).ShouldAllBe(s => s.Text.Length <= Sentences.MaxLength);
}
