using System.Globalization;
using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>Bad input never throws, never hangs and is always reported, in every format.</summary>
public class HostileTests
{
    private const string YamlSample = "# c\na: &x \"q\\u200b\\n\"\nb: |-\n  one\n   two\nc: {d: [1, *x], 'e': ~}\n<<: {m: 1}\nf: >\n  x\n  y\n---\n- !!str 1\n- ? k\n  : v\n";
    private const string TomlSample = "a.b = \"q\\u200b\"\n[t] # c\nx = [1, 2.5,\n 1979-05-27 07:32:00]\ny = {z = '''m\nn''', w = true}\n[[u.v]]\nk = \"\"\"\\\n  s\"\"\"\n[[u.v]]\n";
    private const string XmlSample = "<?xml version=\"1.0\"?>\n<Project Sdk=\"S\"><!-- c --><A B='1&amp;2'>x &lt; y<![CDATA[<z>]]></A><A/>\n<C>t</C></Project>\n";
    private const string JsonSample = "{\"a\": [1, \"b\\u200b\", {\"c\": null}] /* c */, \"d\": \"e\" }";

    public static TheoryData<string> Formats => ["json", "yaml", "toml", "xml"];

    private static (string Sample, Func<SourceText, DataDocument> Read) For(string format) => format switch
    {
        "json" => (JsonSample, JsonReader.Read),
        "yaml" => (YamlSample, YamlReader.Read),
        "toml" => (TomlSample, TomlReader.Read),
        _ => (XmlSample, XmlFactsReader.Read),
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_text_cut_or_changed_anywhere_gives_a_sound_document(string format)
    {
        var (sample, read) = For(format);
        var whole = read(new SourceText("a", sample));
        whole.Notices.ShouldBeEmpty();
        whole.ShouldBeSound();
        for (var at = 0; at <= sample.Length; at++)
        {
            read(new SourceText("a", sample[..at])).ShouldBeSound();
            read(new SourceText("a", sample[at..])).ShouldBeSound();
            foreach (var other in "\"'{}[]()<>,:=#&*!|-\\\0\t\r\n\ud800\ufeffx")
            {
                read(new SourceText("a", sample[..at] + other + sample[at..])).ShouldBeSound();
                if (at < sample.Length)
                {
                    read(new SourceText("a", sample[..at] + other + sample[(at + 1)..])).ShouldBeSound();
                }
            }
        }
    }

    [Theory]
    [InlineData("yaml", "[")]
    [InlineData("yaml", "{a: ")]
    [InlineData("yaml", "- ")]
    [InlineData("yaml", "? ")]
    [InlineData("toml", "[")]
    [InlineData("toml", "a = {b = ")]
    [InlineData("toml", "a.")]
    [InlineData("toml", "a=[")]
    [InlineData("xml", "<a>")]
    public void Deep_nesting_is_cut_with_a_notice(string format, string opening)
    {
        var text = opening.Length > 3 && format == "toml" ? "a = " + new StringBuilder().Insert(0, "{b = ", 100_000) : new StringBuilder().Insert(0, opening, 100_000).ToString();
        var document = For(format).Read(new SourceText("a", text));
        document.Notices.ShouldContain(n => n.Severity == NoticeSeverity.Error);
    }

    // A hang here is work that grows faster than the text.
    [Theory]
    [InlineData("yaml", "x")]
    [InlineData("yaml", "\"\n")]
    [InlineData("yaml", "a: b\n")]
    [InlineData("yaml", "[a, ")]
    [InlineData("yaml", "- x\n")]
    [InlineData("yaml", "a: |\n\n\n")]
    [InlineData("yaml", "--- a\n")]
    [InlineData("yaml", "\0")]
    [InlineData("yaml", "{")]
    [InlineData("yaml", "&a *a ")]
    [InlineData("toml", "a = 1\n")]
    [InlineData("toml", "a = [\n")]
    [InlineData("toml", "\"\"\"\n")]
    [InlineData("toml", "a = \"\\")]
    [InlineData("toml", "[a.b]\n")]
    [InlineData("toml", "[[a.b]]\n")]
    [InlineData("toml", "a=[b\n")]
    [InlineData("xml", "<a/>")]
    [InlineData("xml", "<a b='&amp;'>")]
    [InlineData("xml", "&amp;")]
    [InlineData("xml", "<!-- ")]
    public void Bad_text_of_any_length_takes_linear_work(string format, string part)
    {
        var text = new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString();
        For(format).Read(new SourceText("a", text)).Notices.Length.ShouldBeLessThanOrEqualTo(ReaderLimits.MaxNotices);
    }

    [Fact]
    public void An_alias_bomb_is_reported_and_stays_small_for_whoever_walks_it()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var document = YamlReader.Read(new SourceText("a.yaml", text.ToString()));
        document.Notices.ShouldContain(n => n.Severity == NoticeSeverity.Error && n.Message.Contains("aliases", StringComparison.Ordinal));
        CountVisits(document.Root!).ShouldBeLessThanOrEqualTo(ReaderLimits.MaxNodes);
    }

    [Fact]
    public void A_chain_of_aliases_cannot_nest_deeper_than_the_bound()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 5_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        }

        var document = YamlReader.Read(new SourceText("a.yaml", text.ToString()));
        document.Notices.ShouldContain(n => n.Severity == NoticeSeverity.Error);
        HeightOf(document.Root!).ShouldBeLessThanOrEqualTo(ReaderLimits.MaxDepth);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var document = XmlFactsReader.Read(new SourceText("a.csproj", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
        document.Notices.ShouldHaveSingleItem().Severity.ShouldBe(NoticeSeverity.Error);
        document.Roots.ShouldBeEmpty();
    }

    private static long CountVisits(DataNode node)
    {
        var count = 1L;
        foreach (var item in node.Items)
        {
            count += CountVisits(item);
        }

        foreach (var member in node.Members)
        {
            count += CountVisits(member.Value);
        }

        return count;
    }

    private static int HeightOf(DataNode node)
    {
        var height = 0;
        foreach (var item in node.Items)
        {
            height = Math.Max(height, HeightOf(item) + 1);
        }

        foreach (var member in node.Members)
        {
            height = Math.Max(height, HeightOf(member.Value) + 1);
        }

        return height;
    }
}
