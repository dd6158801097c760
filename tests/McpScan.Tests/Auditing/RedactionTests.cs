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
}
