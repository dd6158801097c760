using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Syntax.Schemas;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Reads <c>mcpscan.yaml</c>, the form of which is <see cref="PolicyTable"/>. What is not understood whole is not used at all.</summary>
public sealed class PolicyReader
{
    private readonly ImmutableArray<PolicyError>.Builder _errors = ImmutableArray.CreateBuilder<PolicyError>();
    private readonly RuleSet _rules;
    private readonly PolicyBinder _binder;

    private PolicyReader(RuleSet rules)
    {
        _rules = rules;
        _binder = new PolicyBinder(rules, _errors);
    }

    /// <summary>The policy, or null with everything that is wrong.</summary>
    public static Policy? Read(SourceText source, RuleSet rules, out ImmutableArray<PolicyError> errors)
    {
        var reader = new PolicyReader(rules);
        var policy = reader.Root(source, PolicyTable.Policy, "a policy") is { } root ? reader.Bind(source, root) : null;
        errors = reader.Errors();
        return errors.IsEmpty ? policy : null;
    }

    /// <summary>The waivers of a file of their own, or none with everything that is wrong.</summary>
    public static ImmutableArray<Waiver> ReadWaivers(SourceText source, RuleSet rules, out ImmutableArray<PolicyError> errors)
    {
        var reader = new PolicyReader(rules);
        var waivers = reader.Root(source, PolicyTable.WaiverFile, "a file of waivers") is { } root ? new WaiverBinder(rules, reader._errors).Bind(root["waivers"]) : [];
        errors = reader.Errors();
        return errors.IsEmpty ? waivers : [];
    }

    /// <summary>In the order of the text: a key and its value may be wrong in two ways, which two passes find.</summary>
    private ImmutableArray<PolicyError> Errors() => [.. _errors.OrderBy(static e => e.Line).ThenBy(static e => e.Column).Distinct()];

    private DataNode? Root(SourceText source, SchemaShape shape, string name)
    {
        var document = YamlReader.Read(source);
        foreach (var notice in document.Notices)
        {
            _errors.Add(PolicyError.At(source, notice.Location?.Span ?? default, notice.Message));
        }

        if (document.Roots.Length > 1)
        {
            _errors.Add(PolicyError.At(document.Roots[1], "A second document begins here; one file holds one."));
        }

        if (document.Root is not { } root)
        {
            _errors.Add(PolicyError.At(source, default, $"The file is empty, where {name} is a mapping."));
            return null;
        }

        new FormCheck(PolicyTable.Parts, _errors).Check(shape, root, name);
        return root;
    }

    private Policy Bind(SourceText source, DataNode root) => new()
    {
        Source = source,
        Name = root["name"]?.AsString(),
        FailOn = PolicyBinder.Word<Severity>(root["failOn"]),
        MinConfidence = PolicyBinder.Word<Confidence>(root["minConfidence"]),
        Severities = Severities(root["rules"]),
        Overrides = Overrides(root["overrides"]),
        Clauses = new ClauseBinder(_binder, _errors).Bind(root),
        Waivers = new WaiverBinder(_rules, _errors).Bind(root["waivers"]),
    };

    private ImmutableDictionary<string, PolicySeverity> Severities(DataNode? node)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, PolicySeverity>(StringComparer.Ordinal);
        foreach (var member in node is null ? [] : node.Members)
        {
            if (_binder.Rule(member.Name) is { } rule && !severities.TryAdd(rule.Id, new PolicySeverity(PolicyBinder.Word<Severity>(member.Value))))
            {
                _errors.Add(PolicyError.At(member.Name, $"The rule {rule.Id} stands here twice, by its id and by a name; leave one of them out."));
            }
        }

        return severities.ToImmutable();
    }

    private ImmutableArray<PolicyOverride> Overrides(DataNode? node)
    {
        var overrides = ImmutableArray.CreateBuilder<PolicyOverride>();
        foreach (var item in node is null ? [] : node.Items)
        {
            var rules = ImmutableArray.CreateBuilder<string>();
            foreach (var name in PolicyBinder.Scalars(item["rules"]))
            {
                if (_binder.Rule(name) is { } rule)
                {
                    rules.Add(rule.Id);
                }
            }

            var made = new PolicyOverride(
                rules.ToImmutable(),
                [.. PolicyBinder.Scalars(item["families"]).Select(static family => family.Value)],
                _binder.Globs(item["servers"], Glob.Problem),
                _binder.Globs(item["paths"], Glob.PathProblem),
                PolicyBinder.Word<Severity>(item["severity"]),
                PolicyBinder.Word<Severity>(item["failOn"]),
                PolicyBinder.Word<Confidence>(item["minConfidence"]));
            if (!HasMember(item, "rules", "families", "servers", "paths"))
            {
                _errors.Add(PolicyError.At(item, "An override needs one of rules, families, servers, paths; what holds everywhere stands at the top of the policy."));
            }
            else if (made is { Severity: null, FailOn: null, MinConfidence: null } && !HasMember(item, "severity", "failOn", "minConfidence"))
            {
                _errors.Add(PolicyError.At(item, "An override needs one of severity, failOn, minConfidence; without one it changes nothing."));
            }

            overrides.Add(made);
        }

        return overrides.ToImmutable();
    }

    private static bool HasMember(DataNode node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node[name] is not null)
            {
                return true;
            }
        }

        return node is not ObjectNode;
    }
}
