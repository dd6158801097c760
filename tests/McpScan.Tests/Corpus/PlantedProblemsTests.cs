using System.Text.Json;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>A configuration of thirteen servers with twenty-three problems: each is found for its own reason, none twice, and nothing else of weight.</summary>
public sealed class PlantedProblemsTests
{
    private static readonly string[] Planted =
    [
        "files: broad-mount",
        "files: unpinned-package",
        "engine: privileged-container",
        "engine: container-engine-socket",
        "engine: unpinned-image",
        "cluster: host-network",
        "cluster: host-namespace",
        "cluster: container-rights-added",
        "cluster: root-in-container",
        "cluster: port-on-all-interfaces",
        "installer: remote-script-to-shell",
        "printer: encoded-powershell",
        "backup: elevated-start",
        "backup: code-loading-environment",
        "tracker: known-secret-in-launch",
        "tracker: certificate-checks-off",
        "billing: literal-secret-in-launch",
        "wiki: clear-text-remote",
        "wiki: open-remote",
        "cloud: metadata-address",
        "notes: literal-secret-in-remote",
        "desk: wildcard-approval",
        "mirror: package-from-moving-source",
    ];

    /// <summary>Worth a line in a report, but no problem that was planted.</summary>
    private static readonly string[] Besides = ["notes: deprecated-sse-transport", "mirror: proxy-or-ca-override"];

    [Fact]
    public void All_are_found_and_each_once()
    {
        using var run = new CliRun();
        CorpusCase.Parse("malicious/thirteen-servers").CopyTo(run);

        run.Run("audit", "--format", "json").ShouldBe(1);

        using var report = JsonDocument.Parse(run.Output);
        var found = report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("subject").GetProperty("name").GetString()}: {f.GetProperty("ruleName").GetString()}");
        report.RootElement.GetProperty("servers").GetArrayLength().ShouldBe(13);
        Planted.Length.ShouldBe(23);
        found.ShouldBe(Planted.Concat(Besides), ignoreOrder: true);
    }

    [Fact]
    public void A_careful_installation_is_met_with_silence()
    {
        using var run = new CliRun();
        CorpusCase.Parse("benign/careful-installation").CopyTo(run);

        run.Run("audit", "--format", "json").ShouldBe(0);

        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("servers").GetArrayLength().ShouldBe(11);
        report.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("message").GetString()).ShouldBeEmpty();
    }
}
