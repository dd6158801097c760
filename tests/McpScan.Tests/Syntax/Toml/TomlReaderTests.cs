using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Toml;

public class TomlReaderTests
{
    private static DataDocument Read(string text) => TomlReader.Read(new SourceText("a.toml", text));

    [Fact]
    public void Tables_reach_from_their_header_to_their_last_member()
    {
        var document = Read("x.y = 1\nx.z = 'q'\n[t]\na = [1,\n 2]\n[[t.u]]\nb = {c = true}\n[[t.u]]\n[v]\n");
        document.Notices.ShouldBeEmpty();
        TreeDump.Of(document).ShouldBe("""
            object 0-69
              member "x" 0-1
                object 2-17
                  member "y" 2-3
                    number 1 6-7
                  member "z" 10-11
                    string "q" 14-17
              member "t" 19-20
                object 18-64
                  member "a" 22-23
                    array 26-33
                      number 1 27-28
                      number 2 31-32
                  member "u" 38-39
                    array 34-64
                      object 34-56
                        member "b" 42-43
                          object 46-56
                            member "c" 47-48
                              boolean true 51-55
                      object 57-64
              member "v" 66-67
                object 65-68

            """);
    }

    [Theory]
    [InlineData("a = 1\na = 2\n", 6, 7)]
    [InlineData("[t]\n[t]\n", 5, 6)]
    [InlineData("a = 1\n[a.b]\n", 7, 8)]
    [InlineData("t.a = 1\n[t]\n", 9, 10)]
    [InlineData("a = [1]\n[[a]]\n", 10, 11)]
    [InlineData("t = {a = 1}\nt.b = 2\n", 12, 13)]
    public void A_second_definition_is_an_error_at_its_name(string text, int start, int end)
    {
        var document = Read(text);
        var notice = document.Notices.ShouldHaveSingleItem();
        notice.Severity.ShouldBe(NoticeSeverity.Error);
        notice.Location!.Span.ShouldBe(TextSpan.FromBounds(start, end));
    }

    [Theory]
    [InlineData("bad =\n")]
    [InlineData("bad\n")]
    [InlineData("bad = nonsense\n")]
    [InlineData("bad = [1, 2\n")]
    [InlineData("bad = {a = 1\n")]
    [InlineData("bad = \"open\n")]
    [InlineData("bad = 1 2\n")]
    [InlineData("= 1\n")]
    [InlineData("bad = \"\\q\"\n")]
    [InlineData("bad = 01\n")]
    [InlineData("bad = 1__0\n")]
    public void A_broken_line_costs_only_itself(string line)
    {
        var document = Read("before = 1\n" + line + "after = 'x'\n[t]\nb = 2\n");
        document.Notices.ShouldNotBeEmpty();
        document.Notices.ShouldAllBe(n => n.Severity == NoticeSeverity.Error && n.Location!.Span.Start >= 11 && n.Location!.Span.End <= 11 + line.Length);
        document.Root!["after"]!.AsString().ShouldBe("x");
        document.Root["t"]!["b"].ShouldBeOfType<ScalarNode>().Value.ShouldBe("2");
    }

    [Fact]
    public void Texts_of_many_lines_keep_the_place_of_each_part()
    {
        var document = Read("a = \"\"\"\n  one \\\n    two\\u200b\"\"\"\"\"\nd = 1979-05-27 07:32:00Z\n");
        document.Notices.ShouldBeEmpty();
        var text = document.Root!["a"].ShouldBeOfType<ScalarNode>();
        text.Value.ShouldBe("  one two\u200b\"\"");
        document.Source.ToString(text.Locate(6, 3)).ShouldBe("two");
        document.Source.ToString(text.Locate(9, 1)).ShouldBe("\\u200b");
        document.Root["d"]!.AsString().ShouldBe("1979-05-27 07:32:00Z");
    }
}
