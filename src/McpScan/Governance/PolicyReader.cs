using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Reads <c>mcpscan.yaml</c>: <c>failOn</c>, <c>minConfidence</c>, and <c>rules</c> as a map from id or name to <c>off</c> or a severity.</summary>
public static class PolicyReader
{
    /// <summary>The policy, or null with everything that is wrong. A policy that is not understood whole is not used at all.</summary>
    public static Policy? Read(SourceText source, RuleSet rules, out ImmutableArray<string> errors)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var document = YamlReader.Read(source);
        foreach (var notice in document.Notices)
        {
            found.Add(At(source, notice.Location?.Span ?? default, notice.Message));
        }

        Severity? failOn = null;
        Confidence? minConfidence = null;
        var severities = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.Ordinal);
        if (document.Root is not ObjectNode policy)
        {
            found.Add(At(source, default, "A policy is a mapping; its keys are failOn, minConfidence and rules."));
            errors = found.ToImmutable();
            return null;
        }

        foreach (var member in policy.Members)
        {
            switch (member.Name.Value)
            {
                case "failOn":
                    failOn = Choice<Severity>(member.Value, found);
                    break;
                case "minConfidence":
                    minConfidence = Choice<Confidence>(member.Value, found);
                    break;
                case "rules":
                    ReadRules(member.Value, rules, severities, found);
                    break;
                default:
                    found.Add(At(source, member.Name.Span, $"'{new Untrusted(member.Name.Value)}' is no key of a policy; keys are failOn, minConfidence and rules."));
                    break;
            }
        }

        errors = found.ToImmutable();
        return errors.IsEmpty ? new Policy(failOn, minConfidence, severities.ToImmutable()) : null;
    }

    private static void ReadRules(DataNode node, RuleSet rules, ImmutableDictionary<string, Severity?>.Builder severities, ImmutableArray<string>.Builder errors)
    {
        if (node is not ObjectNode)
        {
            errors.Add(At(node.Source, node.Span, "'rules' is a mapping from the id or name of a rule to off or a severity."));
        }

        foreach (var member in node.Members)
        {
            if (rules.Find(member.Name.Value) is not { } rule)
            {
                errors.Add(At(node.Source, member.Name.Span, $"There is no rule '{new Untrusted(member.Name.Value)}'; 'mcpscan rules list' shows them."));
            }
            else if (member.Value is ScalarNode { Value: "off" or "false" })
            {
                severities[rule.Id] = null;
            }
            else if (Choice<Severity>(member.Value, errors) is { } severity)
            {
                severities[rule.Id] = severity;
            }
        }
    }

    private static T? Choice<T>(DataNode node, ImmutableArray<string>.Builder errors)
        where T : struct, Enum
    {
        if (node.AsString() is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        errors.Add(At(node.Source, node.Span, $"Write one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}."));
        return null;
    }

    private static string At(SourceText source, TextSpan span, string message)
    {
        var position = source.GetLinePosition(Math.Min(span.Start, source.Length));
        return $"{source.Path}({position.Line + 1},{position.Character + 1}): {message}";
    }
}
