using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Rules;
using McpScan.Tests.Corpus;

namespace McpScan.Tests.Auditing;

/// <summary>Mending of whatever lies in the corpus, and of configurations made at random from its parts: it never throws, and never breaks a file.</summary>
public sealed class FileFixerTests
{
    private static readonly string[] Commands = ["docker", "npx", "uvx", "node", "sudo", "/opt/lab", "docker run --privileged -i acme/lab:1"];

    private static readonly string[] Words =
    [
        "run", "-i", "--privileged", "--network", "host", "--pid=host", "-v", "/:/host", "/var/run/docker.sock:/s", "-p", "8080:80", "0.0.0.0", "--host", "acme/lab:1", "-y",
        "@acme/lab", "--insecure", "--token", "q8Zr4Lx2Vb9" + "Nt6Wm1Kd7Pf3", "--no-sandbox", "", "a b", "é", "\u202e", "-e", "LD_PRELOAD=/x.so", "--user", "0", "\"", "\\", "'",
    ];

    private static readonly string[] Separators = [", ", ",", ",\n      ", " , // why\n  ", ", /* , */ "];

    public static TheoryData<string> Cases => [.. CorpusCase.All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_corpus_file_is_mended_or_left(string name)
    {
        var files = CorpusCase.Parse(name).Files();
        var report = Audit([.. files.Select(f => InputFile.FromBytes(f.Path, f.Bytes))]);
        foreach (var (path, bytes) in files)
        {
            ShouldBeSound(path, bytes, report);
        }
    }

    [Fact]
    public void Random_configurations_are_mended_or_left()
    {
        var random = new Random(20261127);
        var mended = 0;
        for (var i = 0; i < 120; i++)
        {
            var text = Configuration(random);
            var bytes = Encoding.UTF8.GetBytes(text);
            mended += ShouldBeSound(".cursor/mcp.json", bytes, Audit([InputFile.FromBytes(".cursor/mcp.json", bytes)])) ? 1 : 0;
        }

        mended.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("https://wiki.acme.test/mcp")]
    [InlineData("http://wiki.acme.test/mcq")]
    public void A_text_that_is_not_what_was_audited_is_left(string now)
    {
        static byte[] Bytes(string url) => Encoding.UTF8.GetBytes($$"""{ "mcpServers": { "wiki": { "url": "{{url}}" } } }""");
        var report = Audit([InputFile.FromBytes(".mcp.json", Bytes("http://wiki.acme.test/mcp"))]);

        FileFixer.Fix(".mcp.json", Bytes(now), report, RuleSet.BuiltIn, new AuditOptions(), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("changed since");
    }

    private static bool ShouldBeSound(string path, byte[] bytes, AuditReport report)
    {
        var file = FileFixer.Fix(path, bytes, report, RuleSet.BuiltIn, new AuditOptions(), out var problem);
        if (file is null)
        {
            // Left because there is nothing to mend, or because it was no whole text before.
            (problem ?? "read whole").ShouldContain("read whole");
            return false;
        }

        problem.ShouldBeNull();
        file.Mended.ShouldBeGreaterThan(0);
        var after = Audit([InputFile.FromBytes(path, file.Bytes)]);
        after.Notices.Where(n => n.Severity == McpScan.Text.NoticeSeverity.Error).ShouldBeEmpty(file.Diff);
        after.Findings.Length.ShouldBeLessThan(Audit([InputFile.FromBytes(path, bytes)]).Findings.Length, file.Diff);

        // A second mending finds nothing to do.
        FileFixer.Fix(path, file.Bytes, after, RuleSet.BuiltIn, new AuditOptions(), out _).ShouldBeNull();
        return true;
    }

    private static string Configuration(Random random)
    {
        var text = new StringBuilder("{ \"mcpServers\": {\n");
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            text.Append(i == 0 ? "" : Pick(random, Separators)).Append(System.Globalization.CultureInfo.InvariantCulture, $"\"s{i}\": {{ \"command\": \"{Pick(random, Commands)}\"");
            text.Append(Pick(random, Separators)).Append("\"args\": [");
            var count = random.Next(0, 9);
            for (var j = 0; j < count; j++)
            {
                text.Append(j == 0 ? Pick(random, ["", "\n  ", " "]) : Pick(random, Separators)).Append(System.Text.Json.JsonSerializer.Serialize(Pick(random, Words)));
            }

            text.Append(count > 0 && random.Next(3) == 0 ? "," : "").Append(Pick(random, ["", "\n", " // end\n"])).Append(']');
            if (random.Next(2) == 0)
            {
                text.Append(Pick(random, Separators)).Append("\"env\": { \"LD_PRELOAD\": \"/x.so\"").Append(random.Next(2) == 0 ? "" : Pick(random, Separators) + "\"A\": \"1\"").Append(" }");
            }

            if (random.Next(2) == 0)
            {
                text.Append(Pick(random, Separators)).Append("\"autoApprove\": ").Append(Pick(random, ["[\"*\"]", "[ \"get\", \"*\", ]", "true", "[\n\"*\" // all\n]"]));
            }

            text.Append(" }");
        }

        return text.Append("\n} }").ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static AuditReport Audit(InputFile[] files) => Auditor.Audit(InventoryBuilder.Build(files, InventoryOptions.Default), RuleSet.BuiltIn, new AuditOptions());
}
