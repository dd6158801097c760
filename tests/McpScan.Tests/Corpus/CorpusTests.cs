using System.Text.Json;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>Whole audits of realistic folders, from the command line to the bytes of every report.</summary>
public sealed class CorpusTests
{
    /// <summary>Pages are long: three cases stand for all.</summary>
    private static readonly string[] WithPage = ["benign/issue-tracker", "malicious/leaky-configurations", "malicious/poisoned-notebook"];

    private static readonly string[] Kinds =
    [
        "bundle-archive", "capgate-manifest", "docker-catalog", "docker-registry-entry", "dockerfile", "dotnet-project", "mcp-capture", "mcpb-manifest",
        "npm-package", "nuspec", "permission-profile", "prompts-list", "python-project", "registry-list", "registry-server", "resources-list", "server-card",
        "server-list", "smithery", "toolhive-registry", "tools-list", "well-known-card",
        .. ((string[])[
            "amazon-q", "claude-code", "claude-desktop", "cline", "codex", "continue", "cursor", "gemini-cli", "goose", "junie", "kiro", "lm-studio", "mistral-vibe",
            "opencode", "roo-code", "vscode", "windsurf", "zed",
        ]).Select(client => $"client-config/{client}"),
    ];

    public static TheoryData<string> Cases => [.. CorpusCase.All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_has_its_verdict_and_its_findings(string name)
    {
        var corpusCase = CorpusCase.Parse(name);
        using var run = new CliRun();
        corpusCase.CopyTo(run);

        var exitCode = run.Run("audit", "--format", "json");

        using var report = JsonDocument.Parse(run.Output);
        var findings = report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => (Rule: f.GetProperty("ruleId").GetString()!, Severity: f.GetProperty("severity").GetString()!, Message: f.GetProperty("message").GetString()!))
            .ToList();
        var (verdict, rules) = corpusCase.Expected();
        report.RootElement.GetProperty("verdict").GetString().ShouldBe(verdict, string.Join('\n', findings));
        exitCode.ShouldBe(verdict == "rejected" ? 1 : 0);
        rules.Except(findings.Select(f => f.Rule)).ShouldBeEmpty();
        if (corpusCase.Kind == "benign")
        {
            findings.Where(f => f.Severity is "high" or "critical").ShouldBeEmpty();
            run.Error.ShouldBeEmpty();
        }
        else
        {
            rules.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_has_its_reports(string name)
    {
        var corpusCase = CorpusCase.Parse(name);
        using var run = new CliRun();
        corpusCase.CopyTo(run, "case/");
        run.Run("audit", "case", "-o", "out/r.json", "-o", "out/r.sarif", "-o", "out/r.md", "-o", "out/r.html");

        Golden.Match($"{corpusCase.Folder}/golden/console.txt", run.Output);
        Golden.Match($"{corpusCase.Folder}/golden/report.json", GoldenReport.Json(run.Read("out/r.json")));
        Golden.Match($"{corpusCase.Folder}/golden/report.sarif", GoldenReport.Sarif(run.Read("out/r.sarif")));
        Golden.Match($"{corpusCase.Folder}/golden/report.md", run.Read("out/r.md"));
        if (WithPage.Contains(name))
        {
            Golden.Match($"{corpusCase.Folder}/golden/report.html", run.Read("out/r.html"));
        }
    }

    [Fact]
    public void No_golden_is_left_over()
    {
        WithPage.Except(CorpusCase.All.Select(c => c.ToString())).ShouldBeEmpty();
        foreach (var corpusCase in CorpusCase.All)
        {
            var folder = Repository.PathOf(corpusCase.Folder);
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["expected.txt", "files", "golden"]);
            string[] page = WithPage.Contains(corpusCase.ToString()) ? ["report.html"] : [];
            Directory.GetFileSystemEntries(Path.Combine(folder, "golden")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
                .ShouldBe(["console.txt", .. page, "report.json", "report.md", "report.sarif"]);
        }
    }

    [Fact]
    public void Every_kind_of_artifact_occurs()
    {
        using var run = new CliRun();
        foreach (var corpusCase in CorpusCase.All)
        {
            corpusCase.CopyTo(run, $"{corpusCase}/");
        }

        run.Run("audit", "--format", "json");

        using var report = JsonDocument.Parse(run.Output);
        var kinds = report.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal);
        Kinds.Except(kinds).ShouldBeEmpty();
    }
}
