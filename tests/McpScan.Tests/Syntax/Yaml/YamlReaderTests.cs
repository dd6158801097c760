using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Yaml;

public class YamlReaderTests
{
    private static DataDocument Read(string text) => YamlReader.Read(new SourceText("a.yaml", text));

    private static string PlaceOf(DataNode? node, string part)
    {
        var scalar = node.ShouldBeOfType<ScalarNode>();
        var start = scalar.Value.IndexOf(part, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, scalar.Value);
        return scalar.Source.ToString(scalar.Locate(start, part.Length));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    public void A_part_of_any_style_has_its_exact_place(string lineBreak, string mark)
    {
        var document = Read(mark + """
            plain: one   # comment
            lines: first
              second

              third
            double: "a\u200bb\x41 \
              c
              d\"e"
            single: 'it''s
              two lines'
            literal: &text |
              one two

                indented
              three
            folded: >-
              alpha
              beta

              gamma
            alias: *text
            explicit: !!str |2-
                kept
              less
            """.ReplaceLineEndings(lineBreak));
        document.ShouldBeSound();
        document.Notices.ShouldBeEmpty();
        var root = document.Root!;

        PlaceOf(root["plain"], "one").ShouldBe("one");
        root["lines"]!.AsString().ShouldBe("first second\nthird");
        PlaceOf(root["lines"], "second").ShouldBe("second");
        PlaceOf(root["lines"], "t sec").ShouldBe("t" + lineBreak + "  sec");
        root["double"]!.AsString().ShouldBe("a\u200bbA c d\"e");
        PlaceOf(root["double"], "\u200b").ShouldBe("\\u200b");
        PlaceOf(root["double"], "A").ShouldBe("\\x41");
        PlaceOf(root["double"], "\"e").ShouldBe("\\\"e");
        root["single"]!.AsString().ShouldBe("it's two lines");
        PlaceOf(root["single"], "'s").ShouldBe("''s");
        PlaceOf(root["single"], "two").ShouldBe("two");
        root["literal"]!.AsString().ShouldBe("one two\n\n  indented\nthree\n");
        PlaceOf(root["literal"], "two").ShouldBe("two");
        PlaceOf(root["literal"], "  indented").ShouldBe("  indented");
        PlaceOf(root["literal"], "three\n").ShouldBe("three" + lineBreak);
        root["folded"]!.AsString().ShouldBe("alpha beta\ngamma");
        PlaceOf(root["folded"], "beta").ShouldBe("beta");
        PlaceOf(root["folded"], "gamma").ShouldBe("gamma");
        root["alias"].ShouldBeSameAs(root["literal"]);
        root["explicit"]!.AsString().ShouldBe("  kept\nless");
        PlaceOf(root["explicit"], "less").ShouldBe("less");
    }

    [Fact]
    public void Every_node_knows_its_span()
    {
        TreeDump.Of(Read("a: 1\nb:\n  - x\n  -\n  - {c: [~, yes], d}\nc:\n---\n- 0x1F\n")).ShouldBe("""
            object 0-41
              member "a" 0-1
                number 1 3-4
              member "b" 5-6
                array 10-38
                  string "x" 12-13
                  null null 17-17
                  object 22-38
                    member "c" 23-24
                      array 26-34
                        null null 27-28
                        string "yes" 30-33
                    member "d" 36-37
                      null null 37-37
              member "c" 39-40
                null null 41-41
            array 46-52
              number 0x1F 48-52

            """);
    }

    [Fact]
    public void Merged_members_keep_their_own_place()
    {
        var document = Read("base: &b {a: 1, c: 2}\nit:\n  <<: *b\n  a: 3\n");
        var it = document.Root!["it"].ShouldBeOfType<ObjectNode>();
        it.Members.Length.ShouldBe(2);
        it["a"].ShouldBeOfType<ScalarNode>().Value.ShouldBe("3");
        it["c"].ShouldBeSameAs(document.Root["base"]!["c"]);
        document.ShouldBeSound();
    }

    [Theory]
    [InlineData("a: *none\nb: 1\n", 3, 8)]
    [InlineData("b: 1\na: &x [1, *x]\n", 15, 17)]
    public void An_alias_that_leads_nowhere_is_an_error_at_its_place(string text, int start, int end)
    {
        var document = Read(text);
        document.ShouldBeSound();
        document.Notices.Length.ShouldBe(1);
        document.Notices[0].Severity.ShouldBe(NoticeSeverity.Error);
        document.Notices[0].Location!.Span.ShouldBe(TextSpan.FromBounds(start, end));
        document.Root!["b"].ShouldBeOfType<ScalarNode>().Value.ShouldBe("1");
    }
}
