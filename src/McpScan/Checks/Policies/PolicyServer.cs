using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Standards;

namespace McpScan.Checks.Policies;

/// <summary>Holds a server against the lists of allowed and denied ones.</summary>
public sealed class PolicyServer : ICheck
{
    public string Name => "policy-server";

    public string Summary => "Finds a server that the policy denies, or that is none of those it allows; without the list the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("list", "allowed or denied.", IsRequired: true)];

    public bool Applies(CheckArguments arguments, Clauses clauses) => (IsDenial(arguments) ? clauses.DeniedServers : clauses.AllowedServers) is not null;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Server is not { } server)
        {
            yield break;
        }

        if (!IsDenial(input.Arguments))
        {
            if (input.Clauses.AllowedServers is { } allowed && !allowed.Entries.Any(entry => Allows(entry, server)))
            {
                yield return PolicyHits.OnSubject(server.Self, allowed.Key, server.Name.Raw, "does not allow");
            }
        }
        else if (input.Clauses.DeniedServers?.Entries.FirstOrDefault(entry => Denies(entry, server)) is { } denied)
        {
            yield return PolicyHits.OnSubject(server.Self, (denied.Name ?? denied.Package ?? denied.Url)!.Node, server.Name.Raw, "denies");
        }
    }

    private static bool IsDenial(CheckArguments arguments) => arguments.Text("list", "") == "denied";

    /// <summary>All that the entry names fits all that the server has of it: an approved package beside another one approves nothing.</summary>
    private static bool Allows(ServerPattern entry, Server server) =>
        (entry.Name is null || entry.Name.IsMatch(server.Name.Raw))
        && (entry.Package is null || (IsWhole(server) && FitAll(entry.Package, Facts.Packages(server))))
        && (entry.Url is null || FitAll(entry.Url, Facts.Addresses(server)));

    /// <summary>Whether every start of the server names a package.</summary>
    private static bool IsWhole(Server server) => server.Of(SubjectKind.Launch).All(static launch => Facts.Packages(launch).Any());

    private static bool FitAll(Glob pattern, IEnumerable<Fact> facts)
    {
        var any = false;
        foreach (var fact in facts)
        {
            any = true;
            if (!fact.Labels.Any(pattern.IsMatch))
            {
                return false;
            }
        }

        return any;
    }

    private static bool Denies(ServerPattern entry, Server server) =>
        (entry.Name is null || NamesOf(server).Any(entry.Name.IsLooseMatch))
        && (entry.Package is null || Facts.Packages(server).Any(fact => fact.Labels.Any(entry.Package.IsLooseMatch)))
        && (entry.Url is null || Facts.Addresses(server).Any(fact => fact.Labels.Any(entry.Url.IsLooseMatch)));

    /// <summary>Every name that some file gives it.</summary>
    private static IEnumerable<string> NamesOf(Server server)
    {
        yield return server.Name.Raw;
        foreach (var entry in server.Self.Select(ServerFields.Name))
        {
            if (entry.Node is Syntax.ScalarNode name)
            {
                yield return name.Value;
            }
        }
    }
}
