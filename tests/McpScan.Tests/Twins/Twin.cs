using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Rules;

namespace McpScan.Tests.Twins;

/// <summary>Two definitions that differ in little: the bad one attacks whoever reads it, the good one does not.</summary>
/// <param name="Class">What the attack is: the name of the file that it belongs to.</param>
/// <param name="Name">Its name, unique among all classes.</param>
/// <param name="Bad">The attack, as JSON.</param>
/// <param name="Good">Its harmless twin, as JSON.</param>
/// <param name="Wrong">How the audit is known to be wrong about it: <c>bad</c>, <c>good</c> or <c>both</c>; empty where it is right.</param>
/// <param name="Block">Its lines as they are committed, from its name on, without class and wrong.</param>
internal sealed record Twin(string Class, string Name, string Bad, string Good, string Wrong, string Block)
{
    private static readonly string[] Families = ["tool-poisoning", "obfuscation", "shadowing", "schema", "capability", "toxic-flow"];

    private readonly Lazy<string> _misjudged = new(() => (Findings(Bad).Count == 0, Findings(Good).Count > 0) switch
    {
        (true, true) => "both",
        (true, false) => "bad",
        (false, true) => "good",
        _ => "",
    });

    /// <summary>The side that the audit gets wrong now, in the words of <see cref="Wrong"/>.</summary>
    public string Misjudged => _misjudged.Value;

    /// <summary>What the audit says of the sides that it gets wrong.</summary>
    public string Explain() => Misjudged switch
    {
        "" => "is right",
        "bad" => "the bad side is missed",
        "good" => $"the good side is flagged ({string.Join(", ", Findings(Good))})",
        _ => $"the bad side is missed and the good side is flagged ({string.Join(", ", Findings(Good))})",
    };

    /// <summary>The findings of medium severity or above that speak of the text, as rule and field; where it has a mark, those that stand at one.</summary>
    private static List<string> Findings(string marked)
    {
        var (text, marks) = RuleExamples.Strip(marked);
        var file = InputFile.FromBytes(PathFor(text), Encoding.UTF8.GetBytes(text));
        var report = Auditor.Audit(InventoryBuilder.Build([file], InventoryOptions.Default), RuleSet.BuiltIn, new AuditOptions());
        report.Servers.ShouldNotBeEmpty("nobody reads it");
        return [.. report.Findings.Where(f => f.Severity >= Severity.Medium && Families.Contains(f.Rule.Family))
            .Where(f => marks.IsEmpty || marks.Any(mark => f.Place.Offset < mark.End && mark.Start < f.Place.Offset + f.Place.Length)).Select(f => $"{f.Rule.Id} at {f.Field}")];
    }

    /// <summary>The name under which a definition is found in the wild; it decides who reads it.</summary>
    private static string PathFor(string text)
    {
        using var document = JsonDocument.Parse(text);
        var has = (string name) => document.RootElement.TryGetProperty(name, out _);
        return has("mcpServers") ? ".mcp.json" : has("grammar") ? "capgate.json" : has("result") ? "initialize.json" : has("prompts") ? "prompts.json" : has("resources") ? "resources.json" : "tools.json";
    }
}
