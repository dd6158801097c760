using McpScan.Checks;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Tests.Checks;

public sealed class SecretScannerTests
{
    [Theory]
    [InlineData("""{ "apiKey": "[|Qm4Tz8Vw2Xr6|]" }""")]
    [InlineData("""{ "apiKey": "[|Qm4T\"z8Vw\\2Xr6|]" }""")]
    [InlineData("""{ "text": "{\"token\": \"[|Qm4Tz8Vw2Xr6|]\"}" }""")]
    [InlineData("""["--token", "[|Qm4Tz8Vw2Xr6|]"]""")]
    [InlineData("- --token\n- [|Qm4Tz8Vw2Xr6|]\n")]
    [InlineData("run --password=[|Qm4Tz8Vw2Xr6|] --fast")]
    [InlineData("Authorization: Bearer [|Qm4Tz8Vw2Xr6|]")]
    [InlineData("postgres://desk:[|Qm4Tz8|]@db.example/x")]
    [InlineData("postgres://desk:[|Qm4Tz8Vw|]")]
    [InlineData("https://a.example/?x=1&key=[|Qm4Tz8Vw2Xr6|]&y=2")]
    [InlineData("MY_SECRET = '[|Qm4Tz8Vw2Xr6|]")]
    public void A_secret_is_found(string marked) => Found(marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))
        .ShouldBe([new TextSpan(marked.IndexOf("[|", StringComparison.Ordinal), marked.IndexOf("|]", StringComparison.Ordinal) - marked.IndexOf("[|", StringComparison.Ordinal) - 2)]);

    [Theory]
    [InlineData("""{ "apiKey": "${API_KEY}", "token": "<your-token>", "password": { "type": "string", "minLength": 8 } }""")]
    [InlineData("""{ "required": ["token"], "additionalProperties": false, "name": "api_key", "inputSchema": {} }""")]
    [InlineData("""{ "pattern": "^[a-z0-9-]{8,36}$", "path": "/etc/2024/a1b2c3" }""")]
    [InlineData("The token getUserInfo2 returns must be passed on; see https://a.example:8080/path2 for more.")]
    [InlineData("image@sha256:9c2e5f8b1d4a7036c9f2e5b8d1a4c7f0e3b6d9a2c5f8e1b4d7a0c3f6e9b2d5a8")]
    [InlineData("--max-tokens 20000 --token-file /run/secrets/token1")]
    [InlineData("")]
    public void What_is_none_is_not(string text) => Found(text).ShouldBeEmpty();

    private static List<TextSpan> Found(string text)
    {
        var found = new List<TextSpan>();
        new SecretScanner(Lists.BuiltIn).Find(text, found);
        return [.. found.Distinct()];
    }
}
