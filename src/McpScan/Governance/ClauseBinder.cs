using System.Collections.Immutable;
using System.Globalization;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Makes the clauses of a policy of its tree.</summary>
internal sealed class ClauseBinder(PolicyBinder binder, ImmutableArray<PolicyError>.Builder errors)
{
    public Clauses Bind(DataNode root) => new()
    {
        Capabilities = Terms(root["capabilities"], CapabilityProblem),
        Transports = Terms(root["transports"], TransportProblem),
        PackageSources = Terms(root["packageSources"], PackageProblem),
        Licenses = Terms(root["licenses"], Glob.Problem),
        AllowedServers = Servers(root["servers"], "allowed"),
        DeniedServers = Servers(root["servers"], "denied"),
        AllowedRegistries = binder.Patterns(root["registries"], "allowed", RegistryProblem),
        DeniedRegistries = binder.Patterns(root["registries"], "denied", RegistryProblem),
        Metadata = (root as ObjectNode)?.Find("metadata") is { Value: ObjectNode metadata } member ? Metadata(member.Name, metadata) : null,
        Controls = binder.Patterns(root["controls"], "required", Glob.Problem),
        Approval = (root as ObjectNode)?.Find("approval") is { Value: ObjectNode approval } asked ? Approval(asked.Name, approval) : null,
    };

    private Terms? Terms(DataNode? node, Func<string, string?> problemOf) => node is ObjectNode
        ? new Terms(binder.Patterns(node, "required", problemOf), binder.Patterns(node, "allowed", problemOf), binder.Patterns(node, "forbidden", problemOf))
        : null;

    private ServerPatterns? Servers(DataNode? node, string key)
    {
        if ((node as ObjectNode)?.Find(key) is not { Value: ArrayNode list } member)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<ServerPattern>();
        foreach (var item in list.Items)
        {
            if (item is ObjectNode { Members.Length: 0 })
            {
                errors.Add(PolicyError.At(item, "An entry needs one of name, package, url; an empty one would fit every server."));
            }

            var entry = item is ObjectNode
                ? new ServerPattern(binder.Glob(item["name"], Glob.Problem), binder.Glob(item["package"], PackageProblem), binder.Glob(item["url"], UrlProblem))
                : new ServerPattern(binder.Glob(item, NameProblem), null, null);
            if (entry is not { Name: null, Package: null, Url: null })
            {
                entries.Add(entry);
            }
        }

        return new ServerPatterns(member.Name, entries.ToImmutable());
    }

    private MetadataClause Metadata(ScalarNode key, ObjectNode node) => new(
        key,
        [.. PolicyBinder.Scalars(node["required"]).Select(static item => item.Value)],
        binder.Patterns(node, "dataClassifications", Glob.Problem),
        Number(node["reviewWithin"]));

    private ApprovalClause Approval(ScalarNode key, ObjectNode node)
    {
        var approvers = ImmutableArray.CreateBuilder<Approver>();
        foreach (var item in node["approvers"] is { } list ? list.Items : [])
        {
            if (item["name"] is not ScalarNode name)
            {
                continue;
            }

            if (approvers.Any(other => Person.IsSame(other.Name, name.Value)))
            {
                errors.Add(PolicyError.At(name, "This person stands in the list already; one entry says it all."));
            }

            approvers.Add(new Approver(name.Value, item["role"]?.AsString(), item["key"]?.AsString()));
        }

        if (node["approvers"] is ArrayNode { Items.Length: 0 } empty)
        {
            errors.Add(PolicyError.At(empty, "Nobody may approve; name somebody, or leave 'approvers' out where anybody may."));
        }

        return new ApprovalClause(key, approvers.ToImmutable(), (node["separationOfDuty"] as ScalarNode)?.Value == "true", Number(node["validDays"]));
    }

    private static int? Number(DataNode? node) =>
        node is ScalarNode { Kind: ScalarKind.Number } number && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? NameProblem(string pattern) =>
        Glob.Problem(pattern) ?? (Vocabulary.Ecosystems.Any(ecosystem => pattern.StartsWith(ecosystem + ":", StringComparison.Ordinal)) || pattern.Contains("://", StringComparison.Ordinal)
            ? "it looks like a package or an address, but is compared with names; write package: or url: before it"
            : null);

    private static string? UrlProblem(string pattern) =>
        Glob.Problem(pattern) ?? (pattern.Contains("://", StringComparison.Ordinal) || pattern.StartsWith('*') ? null : "an address begins with its scheme, such as https://");

    private static string? RegistryProblem(string pattern) =>
        Glob.Problem(pattern) ?? (pattern.Contains("://", StringComparison.Ordinal) ? "a registry is named by host and path, without the scheme" : null);

    private static string? PackageProblem(string pattern) =>
        Glob.Problem(pattern) ?? (pattern.StartsWith('*') || (pattern.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Vocabulary.Ecosystems.Contains(pattern[..colon]))
            ? null
            : $"a package begins with its ecosystem and a colon ({string.Join(", ", Vocabulary.Ecosystems)})");

    private static string? TransportProblem(string pattern) =>
        Glob.Problem(pattern) ?? (Vocabulary.Transports.Any(new Glob(DerivedPattern(pattern)).IsMatch) ? null : $"no transport fits it ({string.Join(", ", Vocabulary.Transports)})");

    private static string? CapabilityProblem(string pattern)
    {
        if (Glob.Problem(pattern) is { } problem)
        {
            return problem;
        }

        // A wildcard may stand for colons as well: what lies behind the first one is anybody's guess.
        var parts = pattern.Split(':');
        if (parts[0].Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        return CapabilityKinds.Find(parts[0]) is not { } kind || parts.Length < 2 ? $"a capability begins with its kind ({string.Join(", ", CapabilityKinds.All.Select(static kind => kind.Name))}) and a colon"
            : kind.Actions.IsEmpty || kind.Actions.Any(new Glob(DerivedPattern(parts[1])).IsMatch) ? null
            : $"an action of {kind.Name} is {string.Join(" or ", kind.Actions)}";
    }

    private static ScalarNode DerivedPattern(string pattern) => DerivedScalar.At(new SourceText("", pattern), new TextSpan(0, pattern.Length), pattern);
}
