using McpScan.Discovery;

namespace McpScan.Tests.Discovery;

public class FileFormatsTests
{
    [Theory]
    [InlineData("tools.json", FileFormat.Json)]
    [InlineData(".mcp.JSON", FileFormat.Json)]
    [InlineData("t.jsonl", FileFormat.Json)]
    [InlineData("server.yml", FileFormat.Yaml)]
    [InlineData("config.toml", FileFormat.Toml)]
    [InlineData("a.csproj", FileFormat.Xml)]
    [InlineData("Dockerfile.dev", FileFormat.Dockerfile)]
    [InlineData("web.dockerfile", FileFormat.Dockerfile)]
    [InlineData("Dockerfile.dockerignore", FileFormat.None)]
    [InlineData("x.dxt", FileFormat.Bundle)]
    [InlineData("LICENSE", FileFormat.Unknown)]
    [InlineData(".env", FileFormat.Unknown)]
    [InlineData("a.snap", FileFormat.Unknown)]
    [InlineData("index.ts", FileFormat.None)]
    public void TheNameDecides(string name, FileFormat format) => FileFormats.OfName(name).ShouldBe(format);

    [Theory]
    [InlineData(" \n{}", FileFormat.Json)]
    [InlineData("[1]", FileFormat.Json)]
    [InlineData("data: {}", FileFormat.Json)]
    [InlineData("---\na: 1", FileFormat.Yaml)]
    [InlineData("<?xml version='1.0'?>", FileFormat.Xml)]
    [InlineData("<html>", FileFormat.None)]
    [InlineData("// Jest Snapshot v1", FileFormat.None)]
    [InlineData("MIT License", FileFormat.None)]
    [InlineData("", FileFormat.None)]
    public void ElseTheFirstCharactersDecide(string text, FileFormat format) => FileFormats.OfContent(text).ShouldBe(format);
}
