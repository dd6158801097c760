using System.Text;
using McpScan.Auditing;
using McpScan.Checks;
using McpScan.Discovery;
using McpScan.Rules;

namespace McpScan.Tests.Checks;

/// <summary>Every shape of the list is found in a real configuration, and nothing of the key gets into the report.</summary>
public class SecretShapeTests
{
    private const string Alphanumeric = "q7Rt2Yw9Kx4Mz6Bv1Nc8Lp3Hd5Gf0Js";

    public static TheoryData<string> Kinds => [.. SecretShape.ReadAll(Lists.BuiltIn).Select(shape => shape.Kind)];

    [Fact]
    public void TheListCoversTheCommonIssuers()
    {
        var shapes = SecretShape.ReadAll(Lists.BuiltIn);
        shapes.Length.ShouldBeGreaterThan(80);
        shapes.Select(shape => shape.Prefix).ShouldBeUnique();
        shapes.ShouldAllBe(shape => shape.Prefix.Length > 1 && shape.Min <= shape.Max && shape.Kind.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AKeyOfTheShapeIsFoundAndMasked(string kind)
    {
        var key = KeyOf(SecretShape.ReadAll(Lists.BuiltIn).Single(shape => shape.Kind == kind));
        var report = Report(Configuration(key));

        report.Findings.ShouldContain(finding => finding.Rule.Family == "secrets");
        var secret = key[^8..];
        report.Findings.ShouldAllBe(finding => !finding.Message.Contains(secret) && !finding.Evidence.Raw.Contains(secret) && !finding.Place.Snippet.Raw.Contains(secret));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void APlaceholderOfTheShapeIsNone(string kind)
    {
        var shape = SecretShape.ReadAll(Lists.BuiltIn).Single(shape => shape.Kind == kind);
        if (shape.Group == "private-key")
        {
            return;
        }

        Report(Configuration(shape.Prefix + new string('x', shape.Min)))
            .Findings.ShouldNotContain(finding => finding.Rule.Name.StartsWith("known-secret", StringComparison.Ordinal));
    }

    private static string KeyOf(SecretShape shape)
    {
        var body = shape.Contains ?? "";
        var alphabet = shape.Body switch
        {
            SecretAlphabet.Hex => "9f2c71d04be58a6396c1",
            SecretAlphabet.Upper => Alphanumeric.ToUpperInvariant(),
            _ => Alphanumeric,
        };
        while (body.Length < shape.Min)
        {
            body += alphabet[..Math.Min(alphabet.Length, shape.Min - body.Length)];
        }

        return shape.Prefix + body;
    }

    private static string Configuration(string value) => """{"mcpServers":{"desk":{"command":"desk-mcp","env":{"VALUE":"?"}}}}""".Replace("?", value, StringComparison.Ordinal);

    private static AuditReport Report(string json) =>
        Auditor.Audit(InventoryBuilder.Build([InputFile.FromBytes(".cursor/mcp.json", Encoding.UTF8.GetBytes(json))], InventoryOptions.Default), RuleSet.BuiltIn, new AuditOptions());
}
