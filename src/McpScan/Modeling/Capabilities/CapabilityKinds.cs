using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>A kind of capability.</summary>
/// <param name="Name">Its name in the grammar.</param>
/// <param name="Actions">Its actions; none where it has only a scope.</param>
/// <param name="IsExtension">Whether it is McpScan's own and not capgate's.</param>
/// <param name="Doc">What it stands for, in a sentence.</param>
public sealed record CapabilityKind(string Name, ImmutableArray<string> Actions, bool IsExtension, string Doc);

/// <summary>The kinds of capabilities: those of capgate's grammar 0.0, and McpScan's own for what MCP servers do besides.</summary>
public static class CapabilityKinds
{
    public static readonly ImmutableArray<CapabilityKind> All =
    [
        new("fs", ["read", "write", "create", "delete"], false, "Files; the scope is an absolute path with the globs * ? [] **."),
        new("net", ["connect"], false, "Connections; the scope is a host with its port."),
        new("exec", ["spawn"], false, "Programs; the scope is the name of one."),
        new("env", ["read", "inject"], false, "Environment variables; the scope is a name in upper case."),
        new("ipc", ["connect"], false, "Sockets and pipes of the machine."),
        new("clock", [], false, "The clock: system or tzdata."),
        new("assert", [], false, "A claim in free words; nothing is compared with it."),
        new("data", ["read", "create", "change", "delete"], true, "Records of a service, whatever holds them; the scope says what they are."),
        new("untrusted", ["read"], true, "Text by strangers that the model then reads; the scope says where it comes from."),
        new("message", ["send"], true, "Words that reach other people; the scope is the channel."),
        new("money", ["move"], true, "Payments, orders, transfers and trades."),
        new("code", ["eval"], true, "Code that the caller writes; the scope is its language."),
        new("db", ["read", "execute"], true, "Statements to a database; the scope is its kind."),
        new("memory", ["read", "write", "delete"], true, "What the agent remembers from one session to the next."),
        new("browser", ["control"], true, "A browser with its sessions."),
        new("desktop", ["control"], true, "Screen, keyboard, mouse and applications of the machine."),
        new("cloud", ["read", "create", "change", "delete", "execute"], true, "Machines, clusters, pipelines and accounts of a cloud."),
        new("agent", ["spawn"], true, "Other agents or models that are given tasks."),
    ];

    /// <summary>A kind by name, or null.</summary>
    public static CapabilityKind? Find(string name)
    {
        foreach (var kind in All)
        {
            if (kind.Name == name)
            {
                return kind;
            }
        }

        return null;
    }
}
