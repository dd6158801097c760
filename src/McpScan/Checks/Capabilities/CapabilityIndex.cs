using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>What subjects can do, worked out once for each: rules on tools, on servers and on agents, and reports, ask the same.</summary>
public static class CapabilityIndex
{
    private static readonly ConditionalWeakTable<Subject, CapabilitySet> OfSubjects = [];
    private static readonly ConditionalWeakTable<Server, CapabilitySet> OfServers = [];

    [ThreadStatic]
    private static ToolObserver? observer;

    /// <summary>What a tool, or another part of a server, declares and shows.</summary>
    public static CapabilitySet Of(Subject subject) => OfSubjects.GetValue(subject, static s => Make(s));

    /// <summary>What a server can do: its tools together, and what its launches, profiles and manifests say of it as a whole.</summary>
    public static CapabilitySet Of(Server server) => OfServers.GetValue(server, static s => CapabilitySet.Union(s.Subjects.Select(Of)));

    /// <summary>What an agent can do that has all of some servers.</summary>
    public static CapabilitySet Of(IEnumerable<Server> agent) => CapabilitySet.Union(agent.Select(Of));

    private static CapabilitySet Make(Subject subject) => subject.Kind switch
    {
        SubjectKind.Tool => CapabilitySet.Of((observer ??= new ToolObserver()).Observe(subject), Declarations.Of(subject)),
        SubjectKind.Permissions => CapabilitySet.Of([], Declarations.Of(subject)),
        _ => CapabilitySet.Empty,
    };
}
