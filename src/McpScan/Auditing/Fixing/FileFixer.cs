using System.Collections.Immutable;
using System.Text;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Mends one file in memory: applies the edits of its findings, asks the rules again, and goes on until nothing is left that can be mended.</summary>
/// <remarks>The result is given only if it can still be read as well as before and no finding of the same weight came up anew.</remarks>
public static class FileFixer
{
    /// <summary>Edits that touch each other wait for the next round; this many rounds end any quarrel.</summary>
    private const int MaxRounds = 24;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The mended file, or null with a <paramref name="problem"/>, or null without one where there is nothing to mend.</summary>
    /// <param name="path">Its path in the report.</param>
    /// <param name="bytes">Its bytes, as they were audited.</param>
    /// <param name="report">The report that holds its findings.</param>
    /// <param name="rules">The rules that were asked.</param>
    /// <param name="options">What decided about the report.</param>
    /// <param name="problem">Why it was not mended although it has edits.</param>
    public static FixedFile? Fix(string path, byte[] bytes, AuditReport report, RuleSet rules, AuditOptions options, out string? problem)
    {
        problem = null;
        if (!report.Findings.Any(finding => IsMendable(finding, path)) || report.Masked.FirstOrDefault(masked => masked.Path == path) is not { } mask)
        {
            return null;
        }

        if (Decode(bytes) is not var (raw, encode))
        {
            problem = "It is not plain UTF-8, so that its other bytes could not surely be kept.";
            return null;
        }

        if (!IsMaskOf(mask.Text, raw))
        {
            problem = "It has changed since it was audited.";
            return null;
        }

        var before = Audit(path, bytes, rules, options);
        if (Errors(before) > 0)
        {
            problem = "It could not be read whole, so that nothing in it is surely understood.";
            return null;
        }

        var (text, masked, current, mended) = (raw, mask.Text, report, 0);
        for (var round = 0; round < MaxRounds; round++)
        {
            var edits = Choose(current, path, out var count);
            if (edits.Count == 0)
            {
                break;
            }

            (text, masked) = (Apply(text, edits), Apply(masked, edits));
            mended += count;
            current = Audit(path, encode(text), rules, options);
            if (Errors(current) > 0 || current.Servers.Length != before.Servers.Length)
            {
                problem = "The mended text could not be read as before.";
                return null;
            }
        }

        if (current.Findings.Count(IsWorth) > before.Findings.Count(IsWorth))
        {
            problem = "The mended text has findings that the file has not.";
            return null;
        }

        return text == raw ? null : new FixedFile(path, encode(text), UnifiedDiff.Of(path, mask.Text, masked), mended);

        bool IsWorth(Finding finding) => finding.Severity >= Severity.Medium;
    }

    /// <summary>Whether a text is the one that was audited: it has the same characters wherever the mask shows any.</summary>
    private static bool IsMaskOf(string mask, string text)
    {
        if (mask.Length != text.Length)
        {
            return false;
        }

        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] != text[i] && mask[i] != Redactor.Dot)
            {
                return false;
            }
        }

        return true;
    }

    private static AuditReport Audit(string path, byte[] bytes, RuleSet rules, AuditOptions options) =>
        Auditor.Audit(InventoryBuilder.Build([InputFile.FromBytes(path, bytes, isNamed: true)], InventoryOptions.Default), rules, options);

    private static int Errors(AuditReport report) => report.Notices.Count(notice => notice.Severity == NoticeSeverity.Error);

    private static bool IsMendable(Finding finding, string path) =>
        finding is { Status: FindingStatus.Open, Replacement.Edits: [var first, ..] } && first.Path == path;

    /// <summary>Edits that do not touch each other, those of a finding together or not at all, in order of place.</summary>
    private static List<Edit> Choose(AuditReport report, string path, out int findings)
    {
        var chosen = new List<Edit>();
        findings = 0;
        var end = -1;
        foreach (var finding in report.Findings.Where(f => IsMendable(f, path)).OrderBy(f => f.Replacement!.Edits[0].Offset).ThenBy(f => f.Rule.Id, StringComparer.Ordinal))
        {
            var edits = finding.Replacement!.Edits;

            // In order of place, so that only the last one chosen can be touched.
            if (edits[0].Offset > end && edits.All(edit => edit.Offset > end))
            {
                chosen.AddRange(edits);
                end = edits.Max(edit => edit.Offset + edit.Length);
                findings++;
            }
        }

        return chosen;
    }

    private static string Apply(string text, List<Edit> edits)
    {
        var changed = new StringBuilder(text.Length + 256);
        var at = 0;
        foreach (var edit in edits)
        {
            changed.Append(text, at, edit.Offset - at).Append(edit.NewText);
            at = edit.Offset + edit.Length;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text of valid UTF-8 and the way back, byte-order mark included; null for anything else.</summary>
    private static (string Text, Func<string, byte[]> Encode)? Decode(byte[] bytes)
    {
        var hasMark = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        try
        {
            var text = Utf8.GetString(bytes, hasMark ? 3 : 0, bytes.Length - (hasMark ? 3 : 0));
            return (text, changed => [.. hasMark ? Encoding.UTF8.GetPreamble() : [], .. Utf8.GetBytes(changed)]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
