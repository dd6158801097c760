using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Checks.Policies;

/// <summary>Looks whether each control that the policy requires is in place for a server. A control of things that the server has none of is in place.</summary>
public sealed class PolicyControl : ICheck
{
    /// <summary>What shows each control, by its name in <see cref="Controls"/>.</summary>
    internal static readonly Dictionary<string, Func<Server, Gateway?, bool>> Evidence = new(StringComparer.Ordinal)
    {
        ["authentication"] = static (server, _) => Each(server, SubjectKind.Remote, static remote => Has(
            remote, RemoteFields.OAuth, RemoteFields.OAuthIssuer, RemoteFields.OAuthScope, RemoteFields.EnvironmentHeader, RemoteFields.BearerVariable, RemoteFields.ApiKey)
            || remote.Select(RemoteFields.Header).Any(static header => Authenticates(header.Key?.Value))) || server.Of(SubjectKind.Input).Any(static input => Authenticates(input.FirstText(InputFields.Name))),
        ["oauth"] = static (server, _) => Each(server, SubjectKind.Remote, static remote => Has(remote, RemoteFields.OAuthIssuer) && Has(remote, RemoteFields.OAuthAudience)),
        ["tool-scopes"] = static (server, _) => Each(server, SubjectKind.Remote, static remote => Has(remote, RemoteFields.ToolScope)),
        ["integrity"] = static (server, _) => Each(server, SubjectKind.Package, static package => Has(package, PackageFields.Digest))
            && Each(server, SubjectKind.Launch, static launch => !Has(launch, LaunchFields.Image) || Has(launch, LaunchFields.ImageDigest)),
        ["permission-profile"] = static (server, _) => server.Of(SubjectKind.Permissions).Any() || server.Tools.Any(static tool => Has(tool, ToolFields.Capability)),
        ["tool-allow-list"] = static (server, _) => Each(server, SubjectKind.Launch, static launch => Has(launch, LaunchFields.ToolFilter)) && Each(server, SubjectKind.Remote, static remote => Has(remote, RemoteFields.ToolFilter)),
        ["registration"] = static (server, _) => Has(server.Self, ServerFields.Registration),
        ["health-check"] = static (server, _) => Has(server.Self, ServerFields.HealthCheck),
        ["rate-limits"] = static (_, gateway) => Declares(gateway, SubjectKind.Limits),
        ["audit-trail"] = static (_, gateway) => Declares(gateway, SubjectKind.Trail),
        ["agent-grants"] = static (server, gateway) => gateway?.Agents.Any(agent => agent.Usable.Any(grant => grant.Servers.Contains(server))) == true,
        ["human-approval"] = static (server, gateway) =>
            Each(server, SubjectKind.Launch, static launch => !Has(launch, LaunchFields.AutoApprove)) && Each(server, SubjectKind.Remote, static remote => !Has(remote, RemoteFields.AutoApprove))
            && (gateway is null || gateway.Subjects.Any(static subject => subject.Kind == SubjectKind.Limit && Has(subject, LimitFields.Approval, LimitFields.ApprovalAbove))),
    };

    public string Name => "policy-control";

    public string Summary => "Finds a server without a control that the policy requires; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public bool Applies(CheckArguments arguments, Clauses clauses) => clauses.Controls is not null;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is not { Server: { } server, Clauses.Controls: { } controls })
        {
            yield break;
        }

        var missing = controls.Globs.Where(control => !Evidence[control.Node.Value](server, input.Gateway)).ToList();
        if (missing.Count > 0)
        {
            yield return PolicyHits.OnSubject(server.Self, missing[0].Node, string.Join(", ", missing), "requires");
        }
    }

    private static bool Declares(Gateway? gateway, SubjectKind kind) => gateway?.Subjects.Any(subject => subject.Kind == kind) == true;

    private static bool Each(Server server, SubjectKind kind, Func<Subject, bool> holds) => server.Of(kind).All(holds);

    private static bool Has(Subject subject, params ReadOnlySpan<Field> fields)
    {
        foreach (var field in fields)
        {
            if (subject.First(field) is not null and not ScalarNode { Value.Length: 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Authenticates(string? header) => header is not null
        && (header.Contains("auth", StringComparison.OrdinalIgnoreCase) || header.Contains("key", StringComparison.OrdinalIgnoreCase) || header.Contains("token", StringComparison.OrdinalIgnoreCase));
}
