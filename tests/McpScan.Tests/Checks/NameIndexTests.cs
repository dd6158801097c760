using System.Diagnostics;
using System.Text;
using McpScan.Checks;
using McpScan.Discovery;
using McpScan.Modeling;

namespace McpScan.Tests.Checks;

public class NameIndexTests
{
    [Theory]
    [InlineData(1, false, null)]
    [InlineData(2, false, "send_mail")]
    [InlineData(2, true, "sendMail")]
    [InlineData(3, true, "sendMail")]
    [InlineData(3, false, null)]
    [InlineData(4, true, null)]
    public void FindsWhatStandsBefore(int tool, bool loosely, string? found)
    {
        var server = Serve("sendMail", "send_mail", "send_mail", "SEND-mail", "other");
        var asked = server.Tools.ElementAt(tool);
        NameIndex.Of(server).Before(asked, asked.Name.Raw, loosely)?.Name.Raw.ShouldBe(found);
        (NameIndex.Of(server).Before(asked, asked.Name.Raw, loosely) is null).ShouldBe(found is null);
    }

    [Fact]
    public void KnowsWhatTheServerHas()
    {
        NameIndex.Of(Serve("x", "add")).Has(SubjectKind.Tool, "add").ShouldBeTrue();
        NameIndex.Of(Serve("x", "add")).Has(SubjectKind.Tool, "Add").ShouldBeFalse();
        NameIndex.Of(Serve("x", "add")).Has(SubjectKind.Prompt, "add").ShouldBeFalse();
    }

    [Fact]
    public void AHundredThousandToolsAreComparedAtOnce()
    {
        var server = Serve([.. Enumerable.Range(0, 100_000).Select(i => "t" + i)]);
        var clock = Stopwatch.StartNew();
        foreach (var tool in server.Tools)
        {
            NameIndex.Of(server).Before(tool, tool.Name.Raw, loosely: true).ShouldBeNull();
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Server Serve(params string[] names)
    {
        var tools = string.Join(",", names.Select(name => $"{{\"name\":\"{name}\",\"inputSchema\":{{\"type\":\"object\"}}}}"));
        return InventoryBuilder.Build([InputFile.FromBytes("tools.json", Encoding.UTF8.GetBytes($"{{\"tools\":[{tools}]}}"))], new InventoryOptions()).Servers.ShouldHaveSingleItem();
    }
}
