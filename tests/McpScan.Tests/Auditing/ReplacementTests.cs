using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Rules;
using McpScan.Tests.Rules;

namespace McpScan.Tests.Auditing;

/// <summary>Every rule that names a replacement is tried on its own bad examples: what can be mended is, and then the rule is silent.</summary>
public sealed class ReplacementTests
{
    /// <summary>Rules whose examples need a decision that only a person can make: a version, a digest, a commit, a folder.</summary>
    private static readonly string[] WordsOnly = ["unpinned-package", "unpinned-image", "package-from-moving-source"];

    public static TheoryData<string> Rules => [.. RuleSet.BuiltIn.Rules.Where(r => r.Replacement is not null).Select(r => r.Name)];

    [Fact]
    public void Every_replacement_is_used_by_a_rule() =>
        RuleSet.BuiltIn.Rules.Select(r => r.Replacement).OfType<string>().Distinct().ShouldBe(Replacements.All, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_mended_example_is_silent(string name)
    {
        var rule = RuleSet.BuiltIn.Find(name)!;
        var (said, mended) = (0, 0);
        foreach (var example in RuleExamples.Of(rule).Where(e => e.IsBad))
        {
            var files = example.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(RuleExamples.Strip(f.Text).Text), StringComparer.Ordinal);
            var report = Audit(files);
            foreach (var finding in report.Findings.Where(f => f.Rule.Name == name))
            {
                said += finding.Replacement is { Text.Length: > 0 } ? 1 : 0;
            }

            foreach (var (path, bytes) in files.ToList())
            {
                if (FileFixer.Fix(path, bytes, report, RuleSet.BuiltIn, Options, out var problem) is { } file)
                {
                    mended++;
                    files[path] = file.Bytes;
                    Audit(files).Findings.Where(f => f.Rule.Name == name && f.Replacement is { Edits.IsEmpty: false }).ShouldBeEmpty($"{example.Name}:\n{file.Diff}");
                }

                problem.ShouldBeNull(example.Name);
            }
        }

        said.ShouldBeGreaterThan(0, "no example says what to write instead");
        if (!WordsOnly.Contains(name))
        {
            mended.ShouldBeGreaterThan(0, "no example could be mended");
        }
    }

    private static AuditOptions Options { get; } = new();

    private static AuditReport Audit(Dictionary<string, byte[]> files) => Auditor.Audit(
        InventoryBuilder.Build(files.Select(f => InputFile.FromBytes(f.Key, f.Value)), InventoryOptions.Default), RuleSet.BuiltIn, Options);
}
