using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Json;

public class JsonRecoveryTests
{
    private static DataDocument Read(string text) => JsonReader.Read(new SourceText("a.json", text));

    // The broken part is marked; '|' alone marks the place of what is missing.
    [Theory]
    [InlineData("{'a': 1}", "'", 1)]
    [InlineData("{\"a\": 1| \"b\": 2}", "", 7)]
    [InlineData("{\"a\"| 1}", "", 4)]
    [InlineData("{\"a\":|, \"b\": 2}", "", 5)]
    [InlineData("{a: 1}", "a", 1)]
    [InlineData("{\"a\": NaN}", "NaN", 6)]
    [InlineData("{\"a\": +1}", "+1", 6)]
    [InlineData("{\"a\": .5}", ".5", 6)]
    [InlineData("{\"a\": 01}", "01", 6)]
    [InlineData("{\"a\": 1., \"b\": 2}", "1.", 6)]
    [InlineData("{\"a\": True}", "True", 6)]
    [InlineData("{\"a\": word}", "word", 6)]
    [InlineData("{\"a\": 1,, \"b\": 2}", ",", 8)]
    [InlineData("{\"a\": 1 ; \"b\": 2}", ";", 8)]
    [InlineData("{\"a\": \"\\x\"}", "\\x", 7)]
    [InlineData("{\"a\": \"\\u12\"}", "\\u", 7)]
    [InlineData("{\"a\": \"open\n, \"b\": 2}", "\"open", 6)]
    [InlineData("{\"a\": \"open,\n \"b\": 2}", "\"open,", 6)]
    [InlineData("{\"a\": [1, 2, \"b\": 2}", ":", 16)]
    [InlineData("{\"a\": 1]}", "]", 7)]
    [InlineData("{\"a\": 1", "{", 0)]
    [InlineData("{\"a\": 1 /* open", "/*", 8)]
    [InlineData("x = {\"a\": 1}", "x = ", 0)]
    public void The_first_error_stands_at_its_exact_place(string marked, string wrong, int start)
    {
        var document = Read(marked.Replace("|", "", StringComparison.Ordinal));
        document.ShouldBeSound();
        var first = document.Notices[0];
        document.Root!["a"].ShouldNotBeNull();
        first.Severity.ShouldBe(NoticeSeverity.Error);
        first.Location!.Span.Start.ShouldBe(start);
        first.Location!.GetText().ShouldBe(wrong);
        if (marked.Contains("\"b\"", StringComparison.Ordinal) && !marked.Contains('[', StringComparison.Ordinal))
        {
            document.Root["b"].ShouldBeOfType<ScalarNode>().Value.ShouldBe("2");
        }
    }

    [Fact]
    public void All_errors_are_reported_together_and_cost_only_themselves()
    {
        var document = Read("{\n \"name\": 'add'\n \"n\": +1,\n \"list\": [1 2, , {\"x\": }],\n \"last\": \"ok\"\n}");
        document.Notices.Length.ShouldBe(6);
        document.Root!["name"]!.AsString().ShouldBe("add");
        document.Root["list"]!.Items.Length.ShouldBe(3);
        document.Root["last"]!.AsString().ShouldBe("ok");
    }

    [Theory]
    [InlineData("{\"a\": \"line one\nline two\", \"b\": 1}")]
    [InlineData("{\"a\": \"tab\there\"}")]
    [InlineData("[\"one\r\ntwo\"]")]
    public void Raw_controls_in_a_text_are_read_with_a_warning(string text) =>
        Read(text).Notices.ShouldHaveSingleItem().Severity.ShouldBe(NoticeSeverity.Warning);

    [Fact]
    public void Lone_surrogates_and_duplicates_are_kept()
    {
        var document = Read("\uFEFF{\"a\": \"\\ud83d\", \"a\": \"\\ude00\\u0000\"}");
        document.Notices.ShouldBeEmpty();
        document.Root!.Members.Length.ShouldBe(2);
        document.Root.Members[0].Value.AsString().ShouldBe("\ud83d");
        document.Root["a"]!.AsString().ShouldBe("\ude00\0");
    }

    [Theory]
    [InlineData("{\"id\": 1}\n{\"id\": 2}\n")]
    [InlineData("{\"id\": 1}{\"id\": 2}")]
    [InlineData("event: message\nid: 7\ndata: {\"id\": 1}\n\n: ping\n\ndata: {\"id\":\ndata:  2}\n\n")]
    [InlineData("data: {\"id\": 1}\r\n\r\nevent: x\r\ndata: {\"id\": 2}")]
    public void Several_messages_are_several_roots(string text)
    {
        var document = Read(text);
        document.Notices.ShouldBeEmpty();
        document.Roots.Select(r => r["id"].ShouldBeOfType<ScalarNode>().Value).ShouldBe(["1", "2"]);
        document.ShouldBeSound();
    }

    [Fact]
    public void A_log_between_messages_is_reported_and_the_messages_are_read()
    {
        var document = Read("Server started\n{\"id\": 1}\n2026-01-01 INFO: done\n{\"id\": 2}\n");
        document.Notices.Length.ShouldBe(2);
        document.Roots.Length.ShouldBe(2);
        document.Notices[0].Location!.GetText().ShouldBe("Server started");
    }
}
