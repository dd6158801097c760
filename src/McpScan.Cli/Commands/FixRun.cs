using System.Globalization;
using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>Mends the audited files, or only says how. A file that was not met by the walk of the named paths is never touched.</summary>
internal sealed class FixRun(CliHost host, bool isDry)
{
    private readonly StringBuilder _diff = new();
    private readonly List<string> _problems = [];
    private int _files;
    private int _findings;

    /// <summary>Whether a file was changed.</summary>
    public bool HasChanged => _files > 0 && !isDry;

    /// <summary>Whether a file with edits was left as it was.</summary>
    public bool HasFailed => _problems.Count > 0;

    public void Mend(WalkResult walk, AuditReport report, RuleSet rules, AuditOptions options)
    {
        var edited = report.Masked.Select(masked => masked.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in walk.Files)
        {
            if (edited.Remove(file.Path) && file.FullPath is { } fullPath)
            {
                Mend(file.Path, fullPath, report, rules, options);
            }
        }

        foreach (var path in edited.Order(StringComparer.Ordinal))
        {
            _problems.Add($"{new Untrusted(path)}: It lies in an archive or is gone; mend it where it is made.");
        }
    }

    /// <summary>Prints the diffs and what came of them.</summary>
    /// <param name="toOutput">Whether a person reads standard output; a machine-readable report must stay alone there.</param>
    public void Say(bool toOutput)
    {
        var text = new StringBuilder();
        if (_files > 0)
        {
            text.Append(toOutput ? "\n" : "").Append(_diff)
                .Append(CultureInfo.InvariantCulture, $"{Count(_findings, "finding")} {(isDry ? "would be" : _findings == 1 ? "was" : "were")} mended in {Count(_files, "file")}.\n");
        }
        else
        {
            text.Append("Nothing could be mended by itself; the report says what to do.\n");
        }

        if (toOutput)
        {
            host.Output.Write(Encoding.UTF8.GetBytes(text.ToString()));
            host.Output.Flush();
        }
        else
        {
            host.Error.Write(text);
        }

        foreach (var problem in _problems)
        {
            host.Error.WriteLine($"mcpscan: {problem} The original was kept.");
        }
    }

    private void Mend(string path, string fullPath, AuditReport report, RuleSet rules, AuditOptions options)
    {
        if (FixedFiles.Read(fullPath, out var problem) is { } bytes
            && FileFixer.Fix(path, bytes, report, rules, options, out problem) is { } mended
            && (isDry || (problem = FixedFiles.Replace(fullPath, bytes, mended.Bytes)) is null))
        {
            _diff.Append(mended.Diff);
            _files++;
            _findings += mended.Mended;
        }
        else if (problem is not null)
        {
            _problems.Add($"{new Untrusted(path)}: {problem}");
        }
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
