using McpScan.Checks;

namespace McpScan.Tests.Checks;

/// <summary>What is a secret's name, and what is a secret.</summary>
public class SecretTextTests
{
    [Theory]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("x-api-key")]
    [InlineData("dbPassword")]
    [InlineData("apiKey")]
    [InlineData("OPENAI_APIKEY")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("CLIENT_SECRET_2")]
    [InlineData("Authorization")]
    [InlineData("SUPABASE_SERVICE_ROLE_KEY")]
    public void NamesOfSecrets(string name) => SecretText.IsSecretName(name).ShouldBeTrue();

    [Theory]
    [InlineData("MAX_TOKENS")]
    [InlineData("TOKEN_FILE")]
    [InlineData("TOKEN_URL")]
    [InlineData("PUBLIC_KEY")]
    [InlineData("PRIMARY_KEY")]
    [InlineData("KEY")]
    [InlineData("PASSWORD_MIN_LENGTH")]
    [InlineData("TOKENIZER")]
    [InlineData("COMPASS")]
    [InlineData("")]
    public void OtherNames(string name) => SecretText.IsSecretName(name).ShouldBeFalse();

    [Theory]
    [InlineData("${TOKEN}")]
    [InlineData("${env:TOKEN}")]
    [InlineData("${input:token}")]
    [InlineData("$TOKEN")]
    [InlineData("%TOKEN%")]
    [InlineData("{env:TOKEN}")]
    [InlineData("{{ token }}")]
    [InlineData("<YOUR_TOKEN_1>")]
    [InlineData("your-api-key-here1")]
    [InlineData("changeme123!")]
    [InlineData("op://vault/item/field1")]
    [InlineData("xxxx-xxxx-1234-xxxx")]
    [InlineData("my-api-token")]
    [InlineData("true")]
    [InlineData("aaaaaaaaaaaaaaaa1111")]
    [InlineData("/run/secrets/token1")]
    [InlineData("https://login.acme.test/oauth2")]
    [InlineData("Put the token of team 7 here")]
    [InlineData("")]
    public void NoSecrets(string value) => SecretText.IsLiteralSecret(value).ShouldBeFalse();

    [Theory]
    [InlineData("9f2c71d0" + "4be58a6396c1")]
    [InlineData("Winter7" + "Falcon!")]
    [InlineData("qLmXvBnR" + "yHcGdSfJ")]
    [InlineData("4827" + "1936504719283650")]
    public void Secrets(string value) => SecretText.IsLiteralSecret(value).ShouldBeTrue();

    [Theory]
    [InlineData("Bearer t4Kq82", "t4Kq82")]
    [InlineData("${NAME:-t4Kq82}", "t4Kq82")]
    [InlineData("t4Kq82", "t4Kq82")]
    [InlineData("Bearer ", "")]
    [InlineData("${:-}", "")]
    public void TheSecretWithinAValue(string value, string core)
    {
        var (start, length) = SecretText.Core(value);
        value.Substring(start, length).ShouldBe(core);
    }

    [Theory]
    [InlineData("BRAVE_KEY", "9f2c71d0" + "4be58a6396c1f0e2", true)]
    [InlineData("--key", "3c9a1f52-7be0-" + "4d18-9a63-e5f07b21c8d4", true)]
    [InlineData("PUBLIC_KEY", "9f2c71d0" + "4be58a6396c1f0e2", false)]
    [InlineData("PROJECT_KEY", "9f2c71d0" + "4be58a6396c1f0e2", false)]
    [InlineData("SHORTCUT_KEY", "ctrl+shift+alt+f12", false)]
    [InlineData("THEME_KEY", "dark-high-contrast-mode", false)]
    [InlineData("TLS_KEY", "/etc/lab/tls/server-2026.key", false)]
    [InlineData("BRAVE_KEY", "${input:brave-key-2026-11}", false)]
    [InlineData("MONKEY", "9f2c71d0" + "4be58a6396c1f0e2", false)]
    public void KeysOfAnything(string name, string value, bool isSecret) =>
        (SecretText.IsKeyName(name.AsSpan().TrimStart('-')) && SecretText.IsMachineMade(value)).ShouldBe(isSecret);
}
