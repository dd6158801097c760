using System.Collections.Immutable;
using McpScan.Checks.Policies;

namespace McpScan.Checks;

/// <summary>Every check that rules can name. A new check is one file and one line here.</summary>
public static class All
{
    public static readonly ImmutableArray<ICheck> Checks =
    [
        new AgentGrant(),
        new AgentPurpose(),
        new BacktrackingPattern(),
        new CalendarDay(),
        new CapabilityCheck(),
        new ChangeCheck(),
        new EventLacks(),
        new HarmfulAct(),
        new HarmfulName(),
        new HarmfulWording(),
        new HeaderAnnotation(),
        new InvisibleCharacters(),
        new KnownSecret(),
        new LimitTarget(),
        new ListedHost(),
        new LiteralSecret(),
        new LookalikeLetters(),
        new LooseLimit(),
        new MissingInputSchema(),
        new NameCollision(),
        new NewStatement(),
        new PolicyApproval(),
        new PolicyControl(),
        new PolicyDates(),
        new PolicyMetadata(),
        new PolicyRegistry(),
        new PolicyServer(),
        new PolicyTerms(),
        new RecursiveReference(),
        new RegistryClaim(),
        new SchemaBounds(),
        new SchemaContradiction(),
        new SecretArgument(),
        new SecretName(),
        new ServerReplacement(),
        new SharedAudience(),
        new SignalsCheck(),
        new StatementCheck(),
        new TagCharacters(),
        new TaskSupport(),
        new TitleConflict(),
        new ToolCount(),
        new ToolEffectCheck(),
        new ToolScopes(),
        new ToolVerb(),
        new ToxicFlow(),
        new UnannotatedVerb(),
        new UnboundedParameter(),
        new UndeclaredRequired(),
        new UngrantedCall(),
        new UnlimitedTool(),
        new UrlSecret(),
        new ValueKind(),
    ];

    /// <summary>A check by name, or null.</summary>
    public static ICheck? Find(string name)
    {
        foreach (var check in Checks)
        {
            if (check.Name == name)
            {
                return check;
            }
        }

        return null;
    }
}
