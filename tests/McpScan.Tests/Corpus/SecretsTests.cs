using System.Text;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>
/// No report, log or message may repeat a secret of what it audits, wherever the secret stands, and also where a file breaks off behind it
/// and no rule gets to see it.
/// </summary>
public sealed class SecretsTests
{
    /// <summary>Made up, and joined from parts, so that no scanner of repositories takes them for real ones.</summary>
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal)
    {
        ["GHP"] = "ghp" + "_" + "x7Kq2Wm9Zt4Rv6Yb1Nc8" + "Lp3Hs5Jd0Gf2Ka7e",
        ["OPENAI"] = "sk-" + "proj-" + "Qm4Tz8Vw2Xr6Yk1Bn5Lc" + "9Hs3Jd7Gf0Pa4e",
        ["AWS"] = "AKIA" + "Z7Q4" + "XW2R9TKM5VBN",
        ["SLACK"] = "xoxb" + "-" + "318642907531-" + "864209753186-" + "KtRzWqVxYmBnLcHsJdGfPaEe",
        ["JWT"] = "eyJ" + "hbGciOiJIUzI1NiJ9." + "eyJ" + "zdWIiOiI5ODc2NTQzMjEwIn0." + "s5Kq2Wm9Zt4Rv6Yb1Nc8Lp3Hs5Jd0Gf2Ka7e",
        ["GITLAB"] = "glpat" + "-" + "Vx8Kq3Wm7Zt2Rv5Yb9Nc",
        ["PASSWORD"] = "Tr0ub4dor" + "-Zk82",
        ["QUERY"] = "9f3c" + "71e0" + "b8d2" + "46a5" + "c017",
        ["BEARER"] = "mK7" + "tQ2xLw9" + "Vb4Nz8Rc1Yp",
        ["BASIC"] = "ZGVz" + "azpRNHh" + "Nbjg3VHow",
        ["ARGUMENT"] = "pL5" + "wZx81Qm" + "TyVr42KdNc",
        ["KEY"] = "9f2c71d0" + "4be58a63" + "96c1f0e2",
        ["ESCAPED"] = "hG6\"" + "tR9\\" + "wX2/" + "mN4kZ7qB",
    };

    public static TheoryData<string, string> Configurations => new()
    {
        {
            "claude_desktop_config.json",
            """
            { "mcpServers": {
              "a": { "command": "npx", "args": ["-y", "tool@1.0.0", "--api-key", "«ARGUMENT»", "--token=«GITLAB»"], "env": { "GITHUB_TOKEN": "«GHP»", "NOTE": "uses «OPENAI» today" } },
              "b": { "url": "https://svc:«PASSWORD»@db.example.com/mcp?api_key=«QUERY»", "headers": { "Authorization": "Bearer «BEARER»", "X-Basic": "Basic «BASIC»" } },
              "c": { "command": "run", "env": { "SLACK_BOT_TOKEN": "«SLACK»", "AWS_ACCESS_KEY_ID": "«AWS»", "SESSION_JWT": "«JWT»", "BRAVE_KEY": "«KEY»", "DB_PASSWORD": "«ESCAPED»" } }
            } }
            """
        },
        {
            "opencode.jsonc",
            """
            { // «GHP» is no longer in use
              "mcp": {
                "a": { "type": "local", "command": ["node", "a.js", "--token", "«ARGUMENT»"], "environment": { "API_KEY": "«OPENAI»", "DB_PASSWORD": "«ESCAPED»", }, },
                "b": { "type": "remote", "url": "https://a.example/mcp?token=«QUERY»", "headers": { "X-Api-Key": "«GITLAB»" } },
              }
            }
            """
        },
        {
            ".config/goose/config.yaml",
            """
            extensions:
              a:
                type: stdio
                cmd: run
                args: ["--password=«PASSWORD»", '--token', '«ARGUMENT»']
                envs:
                  API_TOKEN: «GHP»
                  NOTES: |
                    first line
                    «OPENAI»
                    «SLACK»
                  FOLDED: >-
                    key is
                    «GITLAB»
              b:
                type: streamable_http
                uri: https://svc:«PASSWORD»@b.example/mcp?access_token=«QUERY»
                headers: { Authorization: Bearer «BEARER» }
            """
        },
        {
            ".codex/config.toml",
            """"
            [mcp_servers.a]
            command = "run"
            args = ["--secret", '«ARGUMENT»', "--token=«GITLAB»"]
            [mcp_servers.a.env]
            API_KEY = "«OPENAI»"
            AWS_ACCESS_KEY_ID = '«AWS»'
            NOTES = """
            first line
            «SLACK»
            """
            [mcp_servers.b]
            url = "https://svc:«PASSWORD»@b.example/mcp?sig=«QUERY»"
            http_headers = { Authorization = "Bearer «BEARER»", "X-Token" = "«JWT»" }
            """"
        },
        {
            "server.json",
            """
            { "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json", "name": "io.github.a/b", "description": "B.", "version": "1.0.0",
              "packages": [ { "registryType": "npm", "identifier": "b", "version": "1.0.0", "transport": { "type": "stdio" },
                "runtimeArguments": [ { "type": "named", "name": "--token", "value": "«GITLAB»" } ],
                "environmentVariables": [ { "name": "GITHUB_TOKEN", "isSecret": true, "default": "«GHP»" }, { "name": "OPENAI_API_KEY", "isSecret": true, "value": "«OPENAI»" } ] } ],
              "remotes": [ { "type": "streamable-http", "url": "https://b.example/mcp?api_key=«QUERY»", "headers": [ { "name": "Authorization", "value": "Bearer «BEARER»" } ] } ] }
            """
        },
        {
            "tools.json",
            """
            { "tools": [ { "name": "deploy", "description": "Deploys with «OPENAI». <IMPORTANT>Use «GHP» and «AWS»</IMPORTANT>",
              "inputSchema": { "type": "object", "properties": { "key": { "type": "string", "default": "«SLACK»" }, "url": { "type": "string", "default": "https://svc:«PASSWORD»@b.example/" } } } } ] }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public void No_report_repeats_a_secret(string path, string template) => ShouldKeepSecrets(path, Fill(path, template), "r.md", "r.html");

    [Theory]
    [MemberData(nameof(Configurations))]
    public void No_report_repeats_a_secret_of_a_broken_file(string path, string template)
    {
        var text = Fill(path, template);
        foreach (var secret in Made.Values.Select(s => Written(path, s)).Where(s => text.Contains(s, StringComparison.Ordinal)))
        {
            var end = text.IndexOf(secret, StringComparison.Ordinal) + secret.Length;
            ShouldKeepSecrets(path, text[..end]);
            ShouldKeepSecrets(path, $"{text[..end]}\u0001\"]}} : , = {text[end..]}");
            ShouldKeepSecrets(path, text.Insert(text.LastIndexOf('\n', end - 1) + 1, "] : }} \u0001 "));
        }
    }

    [Fact]
    public void A_message_about_a_duplicate_key_does_not_repeat_the_key()
    {
        ShouldKeepSecrets("mcp.json", Fill("mcp.json", """{ "mcpServers": { "a": { "command": "x", "env": { "«GHP»": "1", "«GHP»": "2" } } } }"""));
        ShouldKeepSecrets(".codex/config.toml", Fill("config.toml", "[mcp_servers.a]\ncommand = 'x'\nGITLAB = 1\nGITLAB = 2\n"));
        ShouldKeepSecrets("goose/config.yaml", Fill("config.yaml", "extensions:\n  a: { cmd: x }\n  «OPENAI»: *«SLACK»\n  «OPENAI»: 2\n"));
    }

    private static void ShouldKeepSecrets(string path, string text, params string[] reports)
    {
        using var run = new CliRun().With($"audited/{path}", text);
        run.Run(["audit", "audited", "--verbose", "-o", "r.json", "-o", "r.sarif", .. reports.SelectMany(r => (string[])["-o", r])]);
        ShouldKeepSecrets(run.Output, "console", text);
        ShouldKeepSecrets(run.Error, "standard error", text);
        foreach (var report in (string[])["r.json", "r.sarif", .. reports])
        {
            ShouldKeepSecrets(run.Read(report), report, text);
        }
    }

    private static void ShouldKeepSecrets(string output, string report, string text)
    {
        foreach (var (name, secret) in Made)
        {
            foreach (var spelling in (string[])[secret, Written(".json", secret), Written(".html", secret)])
            {
                if (output.IndexOf(spelling, StringComparison.Ordinal) is >= 0 and var at)
                {
                    Assert.Fail($"{report} shows {name}: {output[Math.Max(0, at - 300)..Math.Min(output.Length, at + 100)]}\n--- of:\n{text}");
                }
            }
        }
    }

    private static string Fill(string path, string template)
    {
        var text = new StringBuilder(template);
        foreach (var (name, secret) in Made)
        {
            text.Replace($"«{name}»", Written(path, secret));
        }

        return text.ToString();
    }

    /// <summary>The secret as a file of that kind writes it.</summary>
    private static string Written(string path, string secret) => Path.GetExtension(path) switch
    {
        ".json" or ".jsonc" => secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        ".html" => secret.Replace("\"", "&quot;", StringComparison.Ordinal),
        _ => secret,
    };
}
