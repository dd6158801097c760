using McpScan.Evaluation;

namespace McpScan.Tests.Evaluation;

public sealed class LabelsTests
{
    private const string Header = "lang,source,case,tool,label,attack_class,subclass,visible,dup_of\n";

    [Fact]
    public void Columns_are_found_by_name()
    {
        var label = Labels.Read(Header + "en,shop,cart,add_item,malicious,exfiltration,url,yes,\n").ShouldHaveSingleItem();

        label.ShouldBe(new LabelledTool("shop", "cart", "add_item", IsMalicious: true, "exfiltration", IsReadable: true, IsDuplicate: false));
        label.File.ShouldBe("shop/cart.json");
    }

    [Fact]
    public void Quotes_commas_and_line_breaks_belong_to_a_field()
    {
        var labels = Labels.Read(Header.Replace("\n", "\r\n", StringComparison.Ordinal) + "en,s,\"a, \"\"b\"\"\nc\",t,benign,,,yes,other/x\r\nde,s,d,u,benign,,,no,");

        labels.Select(l => l.Case).ShouldBe(["a, \"b\"\nc", "d"]);
        labels.Select(l => l.IsDuplicate).ShouldBe([true, false]);
        labels.ShouldAllBe(l => !l.IsMalicious);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Should.Throw<InvalidDataException>(() => Labels.Read("source,case,tool,label,visible,dup_of\n")).Message.ShouldContain("attack_class");
}
