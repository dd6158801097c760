using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Checks.Flows;

/// <summary>Tells the parts that a tool can play in a flow from what it can do.</summary>
internal static class FlowRoles
{
    /// <summary>The roles by the names that rules write.</summary>
    public static FlowRole? Find(string name) => name switch
    {
        "untrusted" => FlowRole.Untrusted,
        "private" => FlowRole.Private,
        "secret" => FlowRole.Secret,
        "out" => FlowRole.Out,
        "execution" => FlowRole.Execution,
        "money" => FlowRole.Money,
        _ => null,
    };

    /// <summary>What a tool of a role does on the path, for people.</summary>
    public static string Words(FlowRole role) => role switch
    {
        FlowRole.Untrusted => "text by strangers comes in",
        FlowRole.Private => "private data is read",
        FlowRole.Secret => "secrets are read",
        FlowRole.Out => "it can leave",
        FlowRole.Execution => "it runs as code",
        _ => "money moves",
    };

    /// <summary>The roles of a tool, by what its definition shows with some certainty.</summary>
    public static FlowRole Of(CapabilitySet capabilities)
    {
        var roles = FlowRole.None;
        foreach (var capability in capabilities.Observed)
        {
            roles |= capability.Confidence >= Confidence.Medium ? Of(capability) : FlowRole.None;
        }

        return roles;
    }

    private static FlowRole Of(Capability capability)
    {
        var isUnbounded = !capability.Radius.IsBounded;
        var reads = capability.Term.Actions.Contains("read");
        var secret = reads && capability.Sensitivity == Sensitivity.Secret ? FlowRole.Secret : FlowRole.None;
        return secret | capability.Term.Kind switch
        {
            "untrusted" => FlowRole.Untrusted,
            "fs" or "db" or "memory" when reads => FlowRole.Private,
            "data" when reads && capability.Sensitivity >= Sensitivity.Internal => FlowRole.Private,
            "env" when reads && isUnbounded => FlowRole.Secret,
            "message" => FlowRole.Out,
            "net" when isUnbounded => FlowRole.Out,
            "exec" or "code" when isUnbounded => FlowRole.Execution,
            "money" => FlowRole.Money,
            _ => FlowRole.None,
        };
    }
}
