using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Makes waivers of their trees.</summary>
internal sealed class WaiverBinder(RuleSet rules, ImmutableArray<PolicyError>.Builder errors)
{
    /// <summary>Rules about waivers themselves: no waiver takes them away.</summary>
    private const string OwnRules = "MCPS96";

    private readonly PolicyBinder _binder = new(rules, errors);

    public ImmutableArray<Waiver> Bind(DataNode? list)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        for (var i = 0; i < (list?.Items.Length ?? 0); i++)
        {
            if (Make(list!.Items[i]) is { } waiver)
            {
                waivers.Add(waiver);
            }
        }

        return waivers.ToImmutable();
    }

    private Waiver? Make(DataNode node)
    {
        var before = errors.Count;
        if (node["rule"] is not ScalarNode name || node["reason"] is not ScalarNode reason || node["approver"] is not ScalarNode approver
            || node["created"] is not ScalarNode created || !Days.TryParse(created.Value, out var from))
        {
            return null;
        }

        var expires = node["expires"] as ScalarNode;
        DateOnly? until = expires is not null && Days.TryParse(expires.Value, out var last) ? last : null;
        if (until < from)
        {
            errors.Add(PolicyError.At(expires!, "The waiver ends before it begins; write the last day on which it holds."));
        }

        var waiver = new Waiver
        {
            Node = node,
            RuleName = name,
            Rule = RuleOf(name),
            Server = _binder.Glob(node["server"], Glob.Problem),
            Tool = _binder.Glob(node["tool"], Glob.Problem),
            Path = _binder.Glob(node["path"], Glob.PathProblem),
            Field = _binder.Glob(node["field"], Glob.FieldProblem),
            Fingerprint = node["fingerprint"] as ScalarNode,
            Reason = reason,
            Approver = approver,
            CreatedBy = node["createdBy"] as ScalarNode,
            CreatedText = created,
            Created = from,
            ExpiresText = expires,
            Expires = until,
            Digests = node["digest"] is ScalarNode digest ? [digest] : [.. PolicyBinder.Scalars(node["digest"])],
        };
        return errors.Count == before ? waiver : null;
    }

    /// <summary>The rule; null where the name means more than one, which is too broad but understood.</summary>
    private Rule? RuleOf(ScalarNode name)
    {
        if (name.Value.Contains('*', StringComparison.Ordinal) || Families.All.Contains(name.Value))
        {
            return null;
        }

        var rule = _binder.Rule(name);
        if (rule is not null && rule.Id.StartsWith(OwnRules, StringComparison.Ordinal))
        {
            errors.Add(PolicyError.At(name, "What is wrong with a waiver cannot be waived; mend the waiver, or take it out."));
        }

        return rule;
    }
}
