using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Reporting.Json;

namespace McpScan.Tests.Reporting.Json;

public sealed class JsonRendererTests
{
    private static readonly JsonRenderer Renderer = new();

    [Fact]
    public void A_realistic_report_reads_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Json/realistic.json", Rendering.ToText(Renderer, SampleReports.Realistic));

    [Fact]
    public void Hostile_text_comes_back_whole_and_is_never_raw_in_the_bytes()
    {
        var bytes = Rendering.ToBytes(Renderer, SampleReports.Hostile);

        bytes.ShouldAllBe(b => b == '\n' || (b >= ' ' && b <= '~' && b != '<' && b != '>' && b != '`'));
        using var report = JsonDocument.Parse(bytes);
        var server = report.RootElement.GetProperty("servers")[1];
        server.GetProperty("name").GetString().ShouldBe(SampleReports.Attack);
        server.GetProperty("tools")[0].GetProperty("name").GetString().ShouldBe(SampleReports.Attack);
        var finding = report.RootElement.GetProperty("findings")[1];
        finding.GetProperty("evidence").GetString().ShouldBe(SampleReports.Attack);
        finding.GetProperty("subject").GetProperty("name").GetString().ShouldBe(SampleReports.Attack);
        finding.GetProperty("message").GetString()!.ShouldNotContain('\u202E');
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_and_harms_nothing_else()
    {
        var report = SampleReports.Realistic;
        report = report with { Findings = [report.Findings[0] with { Evidence = "a\uD800b" }] };

        using var parsed = JsonDocument.Parse(Rendering.ToBytes(Renderer, report));
        parsed.RootElement.GetProperty("findings")[0].GetProperty("evidence").GetString().ShouldBe("a\uFFFDb");
    }

    [Fact]
    public void A_set_clock_is_written_in_UTC()
    {
        var report = SampleReports.Realistic with { Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)) };

        Rendering.ToText(Renderer, report).ShouldContain("\"timestamp\": \"2026-01-02T01:04:05Z\"");
    }

    [Fact]
    public void Five_thousand_findings_are_written_in_pieces_and_within_a_second()
    {
        var sample = SampleReports.Realistic;
        var many = sample with { Findings = [.. Enumerable.Range(0, 5_000).Select(i => sample.Findings[i % 2])] };
        using var output = new LargestWrite();

        var clock = Stopwatch.StartNew();
        Renderer.Render(many, output);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        output.Largest.ShouldBeLessThan(128 * 1024);
    }

    private sealed class LargestWrite : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Largest = Math.Max(Largest, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => Largest = Math.Max(Largest, count);
    }
}
