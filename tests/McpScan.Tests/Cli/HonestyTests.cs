using McpScan.Cli;

namespace McpScan.Tests.Cli;

/// <summary>What an audit says about its own reach, and how it ends when something other than the audited side is at fault.</summary>
public class HonestyTests
{
    private const string Tools = """
        { "tools": [ { "name": "add", "title": "Add", "description": "Adds two whole numbers and returns the sum.",
          "inputSchema": { "type": "object", "properties": { "a": { "type": "integer", "description": "First." } }, "required": ["a"], "additionalProperties": false },
          "annotations": { "readOnlyHint": true, "openWorldHint": false } } ] }
        """;

    private const string HelmTemplate = "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ include \"shop.fullname\" . }}\n  {{- with .Values.labels }}\n  labels: {{ toYaml . }}\n";

    [Fact]
    public void AnUnknownFileWithADuplicateMemberIsNothingToAudit()
    {
        using var run = new CliRun().With("numbers.json", """{ "a": 1, "a": 2 }""");
        run.Run("audit").ShouldBe(3);
        run.Output.ShouldContain("Nothing was found to audit");
    }

    [Fact]
    public void ABrokenFileThatHasNothingToDoWithMcpDoesNotSpoilAnAudit()
    {
        using var run = new CliRun().With("tools.json", Tools).With("chart/templates/service.yaml", HelmTemplate);
        run.Run("audit").ShouldBe(0, run.Output);
        run.Output.ShouldContain("cannot be parsed");
        run.Output.ShouldContain("warning: chart/templates/service.yaml:");
    }

    [Theory]
    [InlineData("some/other.yaml", "mcpServers:\n  a: {{ x }}\n  b: [")]
    [InlineData("mcp.json", "{ \"a\": ")]
    [InlineData("server.yaml", "name: [")]
    [InlineData("escaped.json", "{ \"\\u006dcpServers\": { ")]
    [InlineData("list.json", "{ \"resources\": [ { \"uri\": \"file:///x\" ")]
    public void ABrokenFileThatMayConcernMcpDoes(string path, string text)
    {
        using var run = new CliRun().With("good/tools.json", Tools).With(path, text);
        run.Run("audit").ShouldBe(3, run.Output);
        run.Output.ShouldContain($"error: {path}:");
    }

    [Fact]
    public void ManyProblemsOfOneFileAreOneInput()
    {
        using var run = new CliRun().With("good/tools.json", Tools).With("mcp-notes.json", "[ a, b, c, d, e, f }");
        run.Run("audit").ShouldBe(3);
        run.Output.ShouldContain("1 input could not be examined whole");
    }

    [Fact]
    public void TheMessageAboutXmlIsASentence()
    {
        using var run = new CliRun().With("a.csproj", "<Project><!-- ").With("b.nuspec", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><package>&x;</package>");
        run.Run("audit").ShouldBe(3);
        run.Output.ShouldContain("not well-formed XML");
        run.Output.ShouldContain("document type (DTD)");
    }

    [Theory]
    [InlineData("html", "{{#if")]
    [InlineData("html", "{{nothing.of.the.kind}}")]
    [InlineData("markdown", "{{> no-such-partial}}")]
    public void ABrokenTemplateIsBadUsage(string format, string template)
    {
        var extension = format == "html" ? "html" : "md";
        using var run = new CliRun().With("tools.json", Tools).With($"own/{format}/report.{extension}.hbs", template);
        run.Run("audit", "tools.json", "--templates", "own", "--format", format).ShouldBe(2);
        run.Error.ShouldStartWith("mcpscan: A template in 'own'");
        run.Output.ShouldBeEmpty();
        run.Run("audit", "tools.json", "--templates", "own", "-o", "out/report." + extension).ShouldBe(2);
        Directory.GetFiles(Path.Combine(run.Folder, "out")).ShouldBeEmpty();
    }

    [Fact]
    public void AReportThatIsAFolderIsBadUsageAndLeavesNothingBehind()
    {
        using var run = new CliRun().With("tools.json", Tools).With("report.json/inside.txt", "x");
        run.Run("audit", "tools.json", "-o", "report.json").ShouldBe(2);
        run.Error.ShouldContain("check that it is no folder");
        run.Exists("report.json.partial").ShouldBeFalse();
    }

    [Fact]
    public void AnEmptyPathIsBadUsage()
    {
        using var run = new CliRun().With("tools.json", Tools);
        run.Run("audit", "").ShouldBe(2);
        run.Error.ShouldContain("A path is empty");
    }

    [Fact]
    public void AFullDiskBehindStandardOutputIsSaid()
    {
        using var error = new StringWriter();
        using var run = new CliRun().With("tools.json", Tools);
        CommandLine.Run(["audit", "tools.json"], Host(run.Folder, new FailingStream(() => new IOException("raw text")), error)).ShouldBe(2);
        error.ToString().ShouldStartWith("mcpscan: The report cannot be written to standard output");
    }

    [Fact]
    public void AFaultOfTheProgramNeverLooksLikeAVerdictAndQuotesNothing()
    {
        using var error = new StringWriter();
        using var run = new CliRun().With("tools.json", Tools);
        CommandLine.Run(["audit", "tools.json"], Host(run.Folder, new FailingStream(() => new FormatException("::error::audited text")), error)).ShouldBe(70);
        error.ToString().ShouldStartWith("mcpscan: internal error (FormatException)");
        error.ToString().ShouldNotContain("audited text");
    }

    private static CliHost Host(string folder, Stream output, TextWriter error) => new(output, () => error, folder, _ => null, () => DateTimeOffset.UnixEpoch, OutputIsTerminal: false, ErrorIsTerminal: false, Width: 80);

    private sealed class FailingStream(Func<Exception> fault) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw fault();

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault();

        public override void Flush() => throw fault();
    }
}
