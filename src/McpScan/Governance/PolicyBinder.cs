using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Makes values of nodes whose form has been checked; a node of another form gives nothing, for its error is said already.</summary>
internal sealed class PolicyBinder(RuleSet rules, ImmutableArray<PolicyError>.Builder errors)
{
    /// <summary>A word of an enumeration, or null.</summary>
    public static T? Word<T>(DataNode? node)
        where T : struct, Enum =>
        node?.AsString() is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The non-empty texts of a list.</summary>
    public static IEnumerable<ScalarNode> Scalars(DataNode? node)
    {
        for (var i = 0; i < (node?.Items.Length ?? 0); i++)
        {
            if (node!.Items[i] is ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } scalar)
            {
                yield return scalar;
            }
        }
    }

    /// <summary>A rule by its id or name, or null with an error.</summary>
    public Rule? Rule(ScalarNode name)
    {
        var rule = rules.Find(name.Value);
        if (rule is null)
        {
            errors.Add(PolicyError.At(name, NoRule(name.Value, rules)));
        }

        return rule;
    }

    /// <summary>Says that there is no rule of that name, and which may have been meant.</summary>
    public static string NoRule(string name, RuleSet rules)
    {
        var nearest = Spelling.Nearest(name, rules.Rules.SelectMany(static rule => (IEnumerable<string>)[rule.Id, rule.Name]));
        return $"There is no rule '{new Untrusted(name)}'{(nearest is null ? "." : $"; is '{nearest}' meant?")} 'mcpscan rules list' shows them.";
    }

    /// <summary>A pattern, or null with an error where it can match nothing.</summary>
    public Glob? Glob(DataNode? node, Func<string, string?> problemOf)
    {
        if (node is not ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } scalar)
        {
            return null;
        }

        if (problemOf(scalar.Value) is not { } problem)
        {
            return new Glob(scalar);
        }

        errors.Add(PolicyError.At(scalar, $"The pattern '{new Untrusted(scalar.Value)}' cannot be used: {problem}."));
        return null;
    }

    /// <summary>The patterns of a list; empty where there is none.</summary>
    public ImmutableArray<Glob> Globs(DataNode? node, Func<string, string?> problemOf)
    {
        var globs = ImmutableArray.CreateBuilder<Glob>();
        foreach (var scalar in Scalars(node))
        {
            if (Glob(scalar, problemOf) is { } glob)
            {
                globs.Add(glob);
            }
        }

        return globs.ToImmutable();
    }

    /// <summary>The patterns under a key, or null where the key is absent. An empty list is a list: nothing is allowed.</summary>
    public Patterns? Patterns(DataNode? node, string key, Func<string, string?> problemOf) =>
        (node as ObjectNode)?.Find(key) is { Value: ArrayNode list } member ? new Patterns(member.Name, Globs(list, problemOf)) : null;
}
