using System.Globalization;
using System.Text;

namespace McpScan.Evaluation;

/// <summary>The figures as text: recall by class, false positives by tool and by server.</summary>
internal static class Summary
{
    public static string Of(IReadOnlyList<Verdict> verdicts, bool bySource)
    {
        var text = new StringBuilder();
        var readable = verdicts.Where(v => v.Label is { IsMalicious: true, IsReadable: true }).ToList();
        var benign = verdicts.Where(v => !v.Label.IsMalicious).ToList();
        text.Append("recall of malicious tools whose poison can be read\n");
        foreach (var group in readable.GroupBy(v => v.Label.AttackClass).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(text, group.Key, [.. group]);
        }

        Row(text, "all", readable);
        Row(text, "all but overt_malicious", [.. readable.Where(v => v.Label.AttackClass != "overt_malicious")]);
        text.Append("\nbenign flagged\n");
        Row(text, "tools", benign);
        var servers = verdicts.GroupBy(v => v.Label.File).Where(s => s.All(v => !v.Label.IsMalicious)).ToList();
        Figure(text, "servers", servers.Count(s => s.Any(v => v.IsFlagged)), servers.Count);
        if (bySource)
        {
            text.Append("\nby source: malicious found, benign flagged\n");
            foreach (var source in verdicts.GroupBy(v => v.Label.Source).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                Row(text, source.Key + " +", [.. source.Where(v => v.Label is { IsMalicious: true, IsReadable: true })]);
                Row(text, source.Key + " -", [.. source.Where(v => !v.Label.IsMalicious)]);
            }
        }

        var unseen = verdicts.Count(v => !v.WasSeen);
        if (unseen > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{unseen} labelled tools were not found by the audit\n");
        }

        text.Append("\nrules that fired: malicious, benign\n");
        foreach (var rule in verdicts.SelectMany(v => v.Rules.Select(r => (Rule: r, v.Label.IsMalicious))).GroupBy(r => r.Rule).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {rule.Key,-10} {rule.Count(r => r.IsMalicious),5} {rule.Count(r => !r.IsMalicious),5}\n");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, List<Verdict> verdicts)
    {
        if (verdicts.Count > 0)
        {
            Figure(text, name, verdicts.Count(v => v.IsFlagged), verdicts.Count);
        }
    }

    private static void Figure(StringBuilder text, string name, int count, int of) =>
        text.Append(CultureInfo.InvariantCulture, $"  {name,-28} {count,5} of {of,5}  {(of == 0 ? 0 : 100.0 * count / of),6:F2} %\n");
}
