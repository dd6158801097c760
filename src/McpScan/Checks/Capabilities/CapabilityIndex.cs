using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>What tools, servers and agents can do, worked out once for each: rules and reports ask the same.</summary>
public static class CapabilityIndex
{
    private static readonly ConditionalWeakTable<Server, CapabilitySet> OfServers = [];

    [ThreadStatic]
    private static ToolObserver? observer;

    /// <summary>What a subject shows: a tool by its definition, a launch by what it gives, a package by what it is made of.</summary>
    public static CapabilitySet Of(Subject subject) => subject.Memo.Of(subject, static s => s.Kind == SubjectKind.Tool
        ? CapabilitySet.Of((observer ??= new ToolObserver()).Observe(s), []) with { Claims = ClaimsOf(s) }
        : CapabilitySet.Of(PartObserver.Observe(s), []));

    /// <summary>What a tool shows, and what the manifests of its server declare of it by name.</summary>
    public static CapabilitySet Of(Subject tool, Server server)
    {
        var own = Of(tool);
        return Declarations.Of(server).OfTool(tool.Name.Raw) is { Count: > 0 } declared
            ? own with { Declared = CapabilitySet.Of([], declared).Declared }
            : own;
    }

    /// <summary>What a server can do: its tools together, and what its launches, packages, profiles and manifests show and say.</summary>
    public static CapabilitySet Of(Server server) => OfServers.GetValue(server, static s =>
    {
        var declarations = Declarations.Of(s);
        return CapabilitySet.Of(
            s.Subjects.Where(static subject => subject.Kind != SubjectKind.Input).SelectMany(static subject => Of(subject).Observed),
            declarations.Granted.Concat(declarations.Asked).Concat(s.Tools.SelectMany(tool => declarations.OfTool(tool.Name.Raw) ?? [])));
    });

    /// <summary>What an agent can do with the tools that it may call.</summary>
    public static CapabilitySet Of(Agent agent) => CapabilitySet.Union(agent.Usable.SelectMany(static grant => grant.Whole is not null
        ? grant.Servers.Select(Of)
        : grant.Tools.Where(static tool => tool.Definition is not null).Select(static tool => Of(tool.Definition!))));

    private static ImmutableArray<Claim> ClaimsOf(Subject tool)
    {
        ImmutableArray<Claim>.Builder? claims = null;
        foreach (var entry in tool.Entries)
        {
            ClaimKind? kind = entry.Node is not ScalarNode { Kind: ScalarKind.Boolean } hint ? null
                : ReferenceEquals(entry.Field, ToolFields.ReadOnlyHint) && hint.Value == "true" ? ClaimKind.ReadOnly
                : ReferenceEquals(entry.Field, ToolFields.DestructiveHint) && hint.Value == "false" ? ClaimKind.NotDestructive
                : ReferenceEquals(entry.Field, ToolFields.IdempotentHint) && hint.Value == "true" ? ClaimKind.Idempotent
                : ReferenceEquals(entry.Field, ToolFields.OpenWorldHint) && hint.Value == "false" ? ClaimKind.ClosedWorld
                : null;
            if (kind is { } claimed)
            {
                (claims ??= ImmutableArray.CreateBuilder<Claim>()).Add(new Claim(claimed, CapabilityEvidence.Of(entry.Node)));
            }
        }

        return claims?.ToImmutable() ?? [];
    }
}
