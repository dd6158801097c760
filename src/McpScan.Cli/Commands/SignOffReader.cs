using System.Collections.Immutable;
using System.Globalization;
using McpScan.Governance.Signing;
using McpScan.Governance.SignOffs;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>Makes a decision of what the command line says. Whatever is wrong is bad usage.</summary>
internal static class SignOffReader
{
    private const int MaxText = 2000;
    private const string DueMark = "; due ";

    /// <exception cref="UsageException">Something of it is missing, malformed or contradicts the rest.</exception>
    public static SignOff Read(SignOffRequest request, SigningKey key, DateTimeOffset now)
    {
        var decision = Decisions.Parse(request.Decision)
            ?? throw new UsageException($"--decision takes {string.Join(", ", Decisions.Words)}, not '{new Untrusted(request.Decision)}'.");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var expires = Day("--expires", request.Expires);
        if (expires < today)
        {
            throw new UsageException($"--expires {request.Expires} is over already; a decision needs a last day that is still to come.");
        }

        ImmutableArray<SignOffCondition> conditions = [.. request.Conditions.Select(text => ReadCondition(text, today, expires))];
        if (conditions.IsEmpty == (decision == Decision.ApproveWithConditions))
        {
            throw new UsageException(conditions.IsEmpty
                ? "approve-with-conditions needs a --condition \"text; due 2026-12-31\"."
                : "--condition belongs to --decision approve-with-conditions.");
        }

        return new SignOff
        {
            Decision = decision,
            Scope = request.Scope is null ? null : Line("--scope", request.Scope),
            Conditions = conditions,
            ResidualRisks = [.. request.ResidualRisks.Select(text => Line("--residual-risk", text))],
            Approver = Line("--approver", request.Approver),
            Role = Line("--role", request.Role),
            Requester = request.Requester is null ? null : Line("--requester", request.Requester),

            // Whole seconds, as it is written.
            Decided = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            Expires = expires,
            KeyId = key.Id,
        };
    }

    private static SignOffCondition ReadCondition(string text, DateOnly today, DateOnly expires)
    {
        var mark = text.LastIndexOf(DueMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            throw new UsageException($"--condition takes \"text; due 2026-12-31\", not '{new Untrusted(text)}'.");
        }

        var due = Day("The due date of a --condition", text[(mark + DueMark.Length)..]);
        return due < today ? throw new UsageException($"A condition is due on {text[(mark + DueMark.Length)..]}, which is over already.")
            : due > expires ? throw new UsageException($"A condition is due on {text[(mark + DueMark.Length)..]}, after the decision has expired.")
            : new SignOffCondition(Line("--condition", text[..mark]), due);
    }

    private static DateOnly Day(string what, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"{what} must be a day such as 2026-12-31, not '{new Untrusted(text)}'.");

    /// <summary>A text that people will read and sign for: all of it must be visible.</summary>
    private static string Line(string option, string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? throw new UsageException($"{option} is empty.")
            : trimmed.Length > MaxText ? throw new UsageException($"{option} is longer than {MaxText} characters.")
            : new Untrusted(trimmed).ToString() != trimmed ? throw new UsageException($"{option} holds characters that cannot be seen: '{new Untrusted(trimmed)}'.")
            : trimmed;
    }
}
