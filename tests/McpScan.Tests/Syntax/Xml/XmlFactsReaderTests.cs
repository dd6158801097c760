using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Xml;

public class XmlFactsReaderTests
{
    private static DataDocument Read(string text) => XmlFactsReader.Read(new SourceText("a.csproj", text));

    [Fact]
    public void Elements_and_attributes_know_their_places()
    {
        TreeDump.Of(Read("\uFEFF<P Sdk='S'>\r\n <A x=\"1\">t</A>\r\n <B/><B>u</B>\r\n</P>")).ShouldBe("""
            object 1-50
              member "P" 2-3
                object 1-50
                  member "@Sdk" 4-7
                    string "S" 8-11
                  member "A" 16-17
                    object 15-29
                      member "@x" 18-19
                        string "1" 20-23
                      member "#text" 24-25
                        string "t" 24-25
                  member "B" 33-34
                    string "" 36-36
                  member "B" 37-38
                    string "u" 39-40

            """);
    }

    [Fact]
    public void A_part_of_an_encoded_text_has_its_exact_place()
    {
        var document = Read("<a>x &lt; y&#x200b;<!-- c --><![CDATA[<z>]]>\r\nw</a>");
        var text = document.Root!["a"].ShouldBeOfType<ScalarNode>();
        text.Value.ShouldBe("x < y\u200b<z>\nw");
        document.Source.ToString(text.Locate(2, 1)).ShouldBe("&lt;");
        document.Source.ToString(text.Locate(5, 1)).ShouldBe("&#x200b;");
        document.Source.ToString(text.Locate(7, 1)).ShouldBe("z");
    }

    [Fact]
    public void What_stands_before_an_error_is_read()
    {
        var document = Read("<P><A>1</A><B>2</C></P>");
        var notice = document.Notices.ShouldHaveSingleItem();
        notice.Severity.ShouldBe(NoticeSeverity.Error);
        notice.Location!.Span.Start.ShouldBe(17);
        document.Root!["P"]!["A"]!.AsString().ShouldBe("1");
        document.Root["P"]!["B"]!.AsString().ShouldBe("2");
    }
}
