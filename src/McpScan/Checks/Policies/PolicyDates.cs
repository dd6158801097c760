using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks.Policies;

/// <summary>Compares the days that a server declares with the day of the audit.</summary>
public sealed class PolicyDates : ICheck
{
    public string Name => "policy-dates";

    public string Summary => "Finds a review that is overdue, an approval that is out of its time, or a day that cannot be read; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("problem", "review, approval or unreadable.", IsRequired: true)];

    public bool Applies(CheckArguments arguments, Clauses clauses) => clauses.Metadata is not null;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Clauses.Metadata is not { } metadata)
        {
            return [];
        }

        var day = input.Day ?? throw new InvalidOperationException("An audit by a policy with days needs the day of the audit.");
        return input.Arguments.Text("problem", "") switch
        {
            "review" => Review(input.Subject, metadata, day),
            "approval" => Approval(input.Subject, input.Clauses, metadata, day),
            _ => Unreadable(input.Subject, metadata, day),
        };
    }

    private static IEnumerable<Hit> Review(Subject server, MetadataClause metadata, DateOnly day)
    {
        var declared = Values(server, ServerFields.ReviewInterval).Select(static node => ReviewInterval.Days(node.Value)).Min();
        var interval = declared is null || metadata.ReviewWithin < declared ? metadata.ReviewWithin : declared;
        foreach (var node in interval is null ? [] : Values(server, ServerFields.LastAudit))
        {
            if (CalendarDay.TryParse(node.Value, out var last) && day.DayNumber - last.DayNumber > interval)
            {
                yield return PolicyHits.On(node, metadata.Key, Days.Show(last.AddDays(interval.Value)), "requires");
            }
        }
    }

    private static IEnumerable<Hit> Approval(Subject server, Clauses clauses, MetadataClause metadata, DateOnly day)
    {
        foreach (var node in Values(server, ServerFields.ApprovalExpires))
        {
            if (!CalendarDay.TryParse(node.Value, out var last))
            {
                continue;
            }

            if (last < day)
            {
                yield return PolicyHits.On(node, metadata.Key, "has expired", "requires");
            }
            else if (clauses.Approval?.ValidDays is { } most && last.DayNumber - day.DayNumber > most)
            {
                yield return PolicyHits.On(node, metadata.Key, $"lasts longer than {most} days", "requires");
            }
        }
    }

    private static IEnumerable<Hit> Unreadable(Subject server, MetadataClause metadata, DateOnly day)
    {
        foreach (var field in new[] { ServerFields.LastAudit, ServerFields.ApprovalExpires })
        {
            foreach (var node in Values(server, field))
            {
                // A clock elsewhere on the earth may be a day ahead.
                var isDay = CalendarDay.TryParse(node.Value, out var read);
                if (!isDay || (ReferenceEquals(field, ServerFields.LastAudit) && read > day.AddDays(1)))
                {
                    yield return PolicyHits.On(node, metadata.Key, isDay ? "lies in the future" : "is no day such as 2026-01-31", "requires");
                }
            }
        }

        foreach (var node in Values(server, ServerFields.ReviewInterval))
        {
            if (ReviewInterval.Days(node.Value) is null)
            {
                yield return PolicyHits.On(node, metadata.Key, "is no span of time such as 90 days", "requires");
            }
        }
    }

    private static IEnumerable<ScalarNode> Values(Subject server, Field field) => server.Select(field).Select(static entry => entry.Node).OfType<ScalarNode>();
}
