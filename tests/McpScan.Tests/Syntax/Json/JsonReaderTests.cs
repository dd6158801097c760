using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Json;

public class JsonReaderTests
{
    private static DataDocument Read(string text) => JsonReader.Read(new SourceText("a.json", text));

    [Fact]
    public void Every_node_knows_its_span()
    {
        TreeDump.Of(Read("""{ "a": "x", "b": [1, true, null], "c": {} }""")).ShouldBe("""
            object 0-43
              member "a" 2-5
                string "x" 7-10
              member "b" 12-15
                array 17-32
                  number 1 18-19
                  boolean true 21-25
                  null null 27-31
              member "c" 34-37
                object 39-41

            """);
    }

    [Fact]
    public void A_part_of_an_escaped_text_has_its_exact_place()
    {
        const string Text = """{"d": "a\u200b\nb\"c"}""";
        var document = Read(Text);
        var value = document.Root!["d"].ShouldBeOfType<ScalarNode>();
        value.Value.ShouldBe("a\u200b\nb\"c");
        document.Source.ToString(value.Locate(1, 1)).ShouldBe("\\u200b");
        document.Source.ToString(value.Locate(2, 2)).ShouldBe("\\nb");
        document.Source.ToString(value.Locate(4, 2)).ShouldBe("\\\"c");
        document.Source.ToString(value.ContentSpan).ShouldBe("a\\u200b\\nb\\\"c");
        document.Source.ToString(value.Slice(1, 3).Locate(1, 2)).ShouldBe("\\nb");
    }
}
