using System.Globalization;
using System.Text;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Auditing;

public class RedactionTests
{
    /// <summary>A made-up key, put together here so that it never stands whole in the repository.</summary>
    private static string Key(int number) => "ghp" + "_" + string.Create(CultureInfo.InvariantCulture, $"{number:D4}") + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF";

    [Fact]
    public void EverySecretOfManyIsMaskedWhereverItStands()
    {
        const int Count = 200;
        var env = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            env.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",\n")}\"API_TOKEN_{i}\": \"{Key(i)}\"");
        }

        using var run = new CliRun().With(".mcp.json", $$"""{ "mcpServers": { "a": { "command": "npx", "args": ["x", "--note", "{{Key(7)}}"], "env": { {{env}} } } } }""");
        foreach (var format in new[] { "console", "json", "sarif", "markdown", "html" })
        {
            run.Run("audit", "--format", format, "--verbose").ShouldBe(1);
            for (var i = 0; i < Count; i++)
            {
                run.Output.ShouldNotContain(Key(i)[8..], Case.Sensitive, $"{format} shows secret {i}");
            }
        }
    }

    [Fact]
    public void OverlappingSecretsAreMaskedWhole()
    {
        var (first, second) = (Key(1), Key(1)[10..] + "qwertyuiop12345678");
        using var run = new CliRun().With(".mcp.json", $$"""
            { "mcpServers": { "a": { "command": "/usr/bin/x", "env": { "A_TOKEN": "{{first}}", "B_TOKEN": "{{second}}", "MOTTO": "{{first}}qwertyuiop12345678" } } } }
            """);
        run.Run("audit", "--format", "console").ShouldBe(1);
        run.Output.ShouldNotContain("qwertyuiop");
    }

    [Fact]
    public void AFingerprintTellsKeysApartAndNotWhatTheyAre()
    {
        var password = "Tr0ub4dor" + "-Zk8";
        using var run = new CliRun().With(".mcp.json", $$"""
            { "mcpServers": {
              "a": { "command": "/usr/bin/x", "env": { "A_TOKEN": "{{Key(1)}}" } },
              "b": { "command": "/usr/bin/x", "env": { "B_TOKEN": "{{Key(1)}}" } },
              "c": { "command": "/usr/bin/x", "env": { "C_TOKEN": "{{Key(2)}}", "MOTTO": "none" } },
              "d": { "command": "/usr/bin/x", "env": { "DB_PASSWORD": "{{password}}" } } } }
            """);
        run.Run("audit", "--format", "json").ShouldBe(1);
        var findings = System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().ToList();
        var fingerprints = findings.ConvertAll(f => f.GetProperty("secretFingerprint").GetString()!);

        fingerprints.Count.ShouldBe(4);
        fingerprints[0].ShouldBe(fingerprints[1]);
        fingerprints[2].ShouldNotBe(fingerprints[1]);
        fingerprints[2].Length.ShouldBe(8);

        // Too short to tell which of many guesses is the password; and the finding's own fingerprint is not made of it either.
        fingerprints[3].Length.ShouldBe(4);
        foreach (var format in new[] { "console", "json", "sarif", "markdown", "html" })
        {
            run.Run("audit", "--format", format, "--verbose").ShouldBe(1);
            fingerprints.ShouldAllBe(f => run.Output.Contains(f, StringComparison.Ordinal), format);
            run.Output.ShouldNotContain(password);
        }
    }
}
