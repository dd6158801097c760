using System.Collections.Immutable;
using System.Globalization;
using McpScan.Text;

namespace McpScan.Governance.SignOffs;

/// <summary>Holds what lies there today against what was signed. Pure: files, keys and the day are brought to it.</summary>
public static class SignOffVerifier
{
    /// <summary>Names of files that are told of one kind of difference.</summary>
    private const int MaxNames = 20;

    /// <summary>Everything besides the signature.</summary>
    public static ImmutableArray<Check> Check(SignOffStatement statement, Evidence today)
    {
        var checks = ImmutableArray.CreateBuilder<Check>();
        AddDecision(statement.SignOff, today.Today, checks);
        AddInputs(statement.Inputs, today.Inputs, checks);
        AddFile("policy", statement.Policy, today.Policy, checks);
        if (today.Objection is { } objection)
        {
            checks.Add(new Check("approver", CheckResult.Fails, objection));
        }

        AddFile("lock", statement.Lock, today.Lock, checks);
        AddReports(statement.Reports, today.Reports, checks);
        checks.Add(statement.RulesDigest == today.RulesDigest
            ? new Check("rules", CheckResult.Holds, $"sha256:{today.RulesDigest}")
            : new Check("rules", CheckResult.Fails, $"The decision rests on other rules (sha256:{statement.RulesDigest}) than those in force; audit and sign again, or verify with the rules of then."));
        checks.Add(statement.ToolVersion == today.ToolVersion
            ? new Check("tool", CheckResult.Holds, $"mcpscan {today.ToolVersion}")
            : new Check("tool", CheckResult.Fails, $"The decision rests on mcpscan {statement.ToolVersion}, and this is {today.ToolVersion}; audit and sign again, or verify with the version of then."));
        return checks.DrainToImmutable();
    }

    private static void AddDecision(SignOff signOff, DateOnly today, ImmutableArray<Check>.Builder checks)
    {
        var decided = DateOnly.FromDateTime(signOff.Decided.UtcDateTime);
        var said = $"{signOff.Decision.ToWord()}, by {signOff.Approver} ({signOff.Role}) on {Day(decided)}";
        checks.Add(decided > today
            ? new Check("decision", CheckResult.Fails, $"{said}, which lies in the future.")
            : signOff.Decision == Decision.Reject
                ? new Check("decision", CheckResult.Fails, $"{said}: the servers may not be used.")
                : new Check("decision", CheckResult.Holds, said));
        if (signOff.Scope is not null)
        {
            checks.Add(new Check("scope", CheckResult.Note, signOff.Scope));
        }

        checks.Add(today > signOff.Expires
            ? new Check("expiry", CheckResult.Fails, $"The decision has expired: its last day was {Day(signOff.Expires)}.")
            : new Check("expiry", CheckResult.Holds, $"in force until {Day(signOff.Expires)}"));
        foreach (var condition in signOff.Conditions)
        {
            checks.Add(today > condition.Due
                ? new Check("condition", CheckResult.Fails, $"overdue since {Day(condition.Due)}: {condition.Text}")
                : new Check("condition", CheckResult.Holds, $"due {Day(condition.Due)}: {condition.Text}"));
        }

        foreach (var risk in signOff.ResidualRisks)
        {
            checks.Add(new Check("risk", CheckResult.Note, risk));
        }
    }

    private static void AddInputs(ImmutableArray<BoundFile> signed, ImmutableArray<BoundFile>? seen, ImmutableArray<Check>.Builder checks)
    {
        if (seen is not { } files)
        {
            checks.Add(new Check("inputs", CheckResult.Unknown, $"The {Count(signed.Length)} of the audit were not looked at; name their folders or files."));
            return;
        }

        var before = signed.ToLookup(file => file.Name, StringComparer.Ordinal);
        var now = files.ToLookup(file => file.Name, StringComparer.Ordinal);
        var isSame = AddNames("changed", signed.Where(file => now[file.Name].Any() && !now[file.Name].Contains(file)), checks)
            & AddNames("missing", signed.Where(file => !now[file.Name].Any()), checks)
            & AddNames("added", files.Where(file => !before[file.Name].Any()), checks);
        if (isSame)
        {
            checks.Add(new Check("inputs", CheckResult.Holds, $"{Count(signed.Length)}, the same as signed"));
        }
    }

    private static bool AddNames(string difference, IEnumerable<BoundFile> files, ImmutableArray<Check>.Builder checks)
    {
        var names = files.Select(file => file.Name).ToList();
        foreach (var name in names.Take(MaxNames))
        {
            checks.Add(new Check("inputs", CheckResult.Fails, $"{difference}: {name}"));
        }

        if (names.Count > MaxNames)
        {
            checks.Add(new Check("inputs", CheckResult.Fails, string.Create(CultureInfo.InvariantCulture, $"{difference}: {names.Count - MaxNames} more")));
        }

        return names.Count == 0;
    }

    private static void AddFile(string what, BoundFile? signed, SeenFile? seen, ImmutableArray<Check>.Builder checks)
    {
        if (signed is null && seen is null)
        {
            return;
        }

        checks.Add((signed, seen) switch
        {
            (null, _) => new Check(what, CheckResult.Fails, $"The decision was made without a {what}; {seen!.Name} is no part of it."),
            (_, null) => new Check(what, CheckResult.Unknown, $"{signed.Name} was not looked at; name it with --{what}."),
            (_, { Sha256: null }) => new Check(what, CheckResult.Unknown, $"{seen.Name} cannot be read; name it with --{what}."),
            _ when signed.Sha256 == seen.Sha256 => new Check(what, CheckResult.Holds, seen.Name),
            _ => new Check(what, CheckResult.Fails, $"{seen.Name} is not the file that was signed for."),
        });
    }

    /// <summary>A report proves nothing about the servers: one that lies elsewhere costs the decision nothing, one that was changed does.</summary>
    private static void AddReports(ImmutableArray<BoundFile> signed, ImmutableArray<SeenFile> seen, ImmutableArray<Check>.Builder checks)
    {
        foreach (var report in seen)
        {
            checks.Add(report.Sha256 is null ? new Check("report", CheckResult.Unknown, $"{report.Name} cannot be read.")
                : signed.Any(file => file.Sha256 == report.Sha256) ? new Check("report", CheckResult.Holds, report.Name)
                : new Check("report", CheckResult.Fails, $"{report.Name} is not a report that was signed for."));
        }

        foreach (var report in signed.Where(file => !seen.Any(other => other.Name == file.Name || other.Sha256 == file.Sha256)))
        {
            checks.Add(new Check("report", CheckResult.Note, $"{report.Name} does not lie here; --report looks at it wherever it is."));
        }
    }

    private static string Day(DateOnly day) => day.ToString(StatementWriter.DayFormat, CultureInfo.InvariantCulture);

    private static string Count(int files) => string.Create(CultureInfo.InvariantCulture, $"{files} input{(files == 1 ? "" : "s")}");
}
