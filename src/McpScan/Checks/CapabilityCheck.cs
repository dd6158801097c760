using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Asks what a subject can do: what its definition shows, what manifests declare of it, and where the two part.</summary>
public sealed class CapabilityCheck : ICheck
{
    public string Name => "capability";

    public string Summary => "Finds capabilities that a subject shows, that are declared of it, that it shows without a declaration, or that are declared without a use.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("observed", "Capabilities that the definition shows, such as exec, fs:write or net:connect:*.", Kind: ArgumentKind.Capability),
        new("declared", "Capabilities that a manifest or profile declares.", Kind: ArgumentKind.Capability),
        new("undeclared", "Capabilities that the definition shows while the declarations of its server, which speak of such things, leave no room for them.", Kind: ArgumentKind.Capability),
        new("unused", "Capabilities that are declared of a tool whose definition speaks of no use for them.", Kind: ArgumentKind.Capability),
        new("unlisted", "true: a tool that the capability manifest of its server says nothing of."),
        new("tools", "true: of a server only what its tools show."),
        new("confidence", "The lowest confidence of what is shown: high where the name says it, medium by default, low."),
        new("unbounded", "true: only what neither a scope nor a schema bounds."),
    ];

    public bool MayFind(CheckInput input)
    {
        var arguments = input.Arguments;
        return arguments.Terms("observed").Length > 0
            || arguments.Terms("declared").Length > 0
            || (input.Server is { } server && Declarations.Of(server).Domains != CapabilityDomains.None);
    }

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var arguments = input.Arguments;
        var set = SetOf(input);
        var lowest = arguments.Text("confidence", "medium") switch
        {
            "high" => Confidence.High,
            "low" => Confidence.Low,
            _ => Confidence.Medium,
        };
        var isUnbounded = arguments.Flag("unbounded", false);
        var observed = set.Observed.Where(seen => seen.Confidence >= lowest && !(isUnbounded && seen.Radius.IsBounded));
        var declared = set.Declared.Where(said => !(isUnbounded && said.Radius.IsBounded));
        foreach (var capability in Fitting(observed, arguments.Terms("observed")).Concat(Fitting(declared, arguments.Terms("declared"))))
        {
            yield return HitOf(capability);
        }

        foreach (var said in Fitting(declared, arguments.Terms("unused")))
        {
            if (Usage.IsUnused(said.Term, set, input.Subject))
            {
                yield return HitOf(said);
            }
        }

        if (input.Server is { } server && Declarations.Of(server) is { Domains: not CapabilityDomains.None } declarations)
        {
            foreach (var hit in Undeclared(input, declarations, Fitting(observed, arguments.Terms("undeclared"))))
            {
                yield return hit;
            }
        }
    }

    private static CapabilitySet SetOf(CheckInput input) => (input.Subject.Kind, input.Server) switch
    {
        (SubjectKind.Server, { } server) when input.Arguments.Flag("tools", false) => CapabilitySet.Union(server.Tools.Select(CapabilityIndex.Of)),
        (SubjectKind.Server, { } server) => CapabilityIndex.Of(server),
        (SubjectKind.Tool, { } server) => CapabilityIndex.Of(input.Subject, server),
        (SubjectKind.Agent, _) when input.Gateway?.AgentOf(input.Subject) is { } agent => CapabilityIndex.Of(agent),
        _ => CapabilityIndex.Of(input.Subject),
    };

    private static IEnumerable<Capability> Fitting(IEnumerable<Capability> capabilities, ImmutableArray<TermPattern> patterns) =>
        patterns.IsEmpty ? [] : capabilities.Where(capability => TermPattern.FitsAny(patterns, capability.Term));

    private static IEnumerable<Hit> Undeclared(CheckInput input, Declarations declarations, IEnumerable<Capability> shown)
    {
        var place = declarations.Profile?.Location;
        var declared = declarations.All;
        if (input.Subject.Kind == SubjectKind.Tool && declarations.ListsTools)
        {
            if (declarations.OfTool(input.Subject.Name.Raw) is not { } own)
            {
                if (input.Arguments.Flag("unlisted", false))
                {
                    yield return Hit.On(input.Subject.First(ToolFields.Name) ?? input.Subject.Definition) with { Related = place is null ? [] : [(place, "the declaration")] };
                }

                yield break;
            }

            declared = declarations.Granted.Concat(own);
        }

        foreach (var seen in shown)
        {
            if ((declarations.Domains & Room.DomainOf(seen.Term)) != CapabilityDomains.None && !Room.IsLeft(seen.Term, declared))
            {
                yield return place is null ? HitOf(seen) : HitOf(seen) with { Related = [(place, "the declaration")] };
            }
        }
    }

    private static Hit HitOf(Capability capability) => new(capability.Evidence.Node, capability.Evidence.Span)
    {
        Key = capability.Evidence.Key,
        Values = ImmutableDictionary<string, string>.Empty.Add("capability", capability.Term.ToString()),
    };
}
