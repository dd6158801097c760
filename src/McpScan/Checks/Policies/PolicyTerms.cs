using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks.Policies;

/// <summary>Holds capabilities, transports, packages and licences against what the policy requires, allows and forbids.</summary>
public sealed class PolicyTerms : ICheck
{
    public string Name => "policy-terms";

    public string Summary => "Finds what the policy forbids or does not allow, or that something which it requires is nowhere; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "The clause: capabilities, transports, packageSources or licenses.", IsRequired: true),
        new("demand", "What is looked for: breach (forbidden, or not allowed) or lack (required, and nowhere).", IsRequired: true),
    ];

    public bool Applies(CheckArguments arguments, Clauses clauses) =>
        Terms(arguments, clauses) is { } terms && (IsLack(arguments) ? terms.Required is not null : terms.Allowed is not null || terms.Forbidden is not null);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (Terms(input.Arguments, input.Clauses) is not { } terms)
        {
            return [];
        }

        var facts = FactsOf(input);
        return IsLack(input.Arguments) ? Lacks(input, terms, [.. facts]) : facts.Select(fact => Breach(fact, terms, input.Arguments)).OfType<Hit>();
    }

    private static bool IsLack(CheckArguments arguments) => arguments.Text("demand", "") == "lack";

    private static bool IsLicense(CheckArguments arguments) => arguments.Text("of", "") == "licenses";

    private static Terms? Terms(CheckArguments arguments, Clauses clauses) => arguments.Text("of", "") switch
    {
        "capabilities" => clauses.Capabilities,
        "transports" => clauses.Transports,
        "packageSources" => clauses.PackageSources,
        "licenses" => clauses.Licenses,
        _ => null,
    };

    private static IEnumerable<Fact> FactsOf(CheckInput input) => (input.Arguments.Text("of", ""), input.Server) switch
    {
        ("capabilities", { } server) when input.Subject.Kind == SubjectKind.Server => Facts.Capabilities(server),
        ("capabilities", var server) when input.Subject.Kind == SubjectKind.Permissions => Facts.CapabilitiesOfProfile(input.Subject, server),
        ("capabilities", var server) => Facts.Capabilities(input.Subject, server),
        ("transports", { } server) => Facts.Transports(server),
        ("packageSources", { } server) => Facts.Packages(server),
        ("licenses", { } server) => Facts.Licenses(server),
        _ => [],
    };

    private static Hit? Breach(Fact fact, Terms terms, CheckArguments arguments)
    {
        Glob? by = null;
        var isForbidden = terms.Forbidden is { } forbidden && (IsLicense(arguments)
            ? !LicenseExpression.IsInOrder(fact.Labels[0], license =>
            {
                var pattern = forbidden.FindLoosely(license);
                by ??= pattern;
                return pattern is null;
            })
            : (by = fact.ForbiddenBy(forbidden)) is not null);
        if (isForbidden)
        {
            return Make(fact, by!.Node, "forbids");
        }

        var isOutside = terms.Allowed is { } allowed && !(IsLicense(arguments) ? LicenseExpression.IsInOrder(fact.Labels[0], allowed.Allows) : fact.IsAllowedBy(allowed));
        return isOutside ? Make(fact, terms.Allowed!.Key, "does not allow") : null;
    }

    private static Hit Make(Fact fact, ScalarNode clause, string verb) => PolicyHits.At(fact, clause, fact.Labels[^1], verb);

    private static IEnumerable<Hit> Lacks(CheckInput input, Terms terms, List<Fact> facts)
    {
        var missing = terms.Required!.Globs.Where(glob => !facts.Exists(fact => fact.Labels.Any(glob.IsLooseMatch))).ToList();
        return missing.Count == 0 ? [] : [PolicyHits.OnSubject(input.Subject, terms.Required.Key, string.Join(", ", missing), "requires")];
    }
}
