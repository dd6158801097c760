namespace McpScan.Modeling;

/// <summary>The things a rule can ask about. The names in rules are these in lower case.</summary>
public enum SubjectKind
{
    /// <summary>A server as a whole: identity, instructions, declared capabilities, and its tools as a set.</summary>
    Server,

    /// <summary>A tool definition as <c>tools/list</c> returns it, or as a manifest announces it.</summary>
    Tool,

    /// <summary>A prompt definition with its arguments and, in a bundle, its text.</summary>
    Prompt,

    /// <summary>A resource or a resource template.</summary>
    Resource,

    /// <summary>A local start of a server: command line, environment, container flags, mounts.</summary>
    Launch,

    /// <summary>A remote endpoint: URL, transport, headers, OAuth settings.</summary>
    Remote,

    /// <summary>A package or image that a server is, or is taken from, with what its own metadata says.</summary>
    Package,

    /// <summary>A value that somebody must supply: an environment variable, header, argument or user setting that a manifest declares.</summary>
    Input,

    /// <summary>A client configuration as a whole: approvals, hooks, helpers.</summary>
    Client,

    /// <summary>A permission profile or capability manifest.</summary>
    Permissions,

    /// <summary>A gateway's or central registry's file as a whole: its entries are servers, its other settings stand here.</summary>
    Gateway,

    /// <summary>An agent of a gateway: the servers and tools that it may call, and those that it must not.</summary>
    Agent,

    /// <summary>The rate limits of a gateway as a whole: per user, per department, per tool.</summary>
    Limits,

    /// <summary>The limit of one tool.</summary>
    Limit,

    /// <summary>The audit trail of a gateway: events as they were recorded, or the schema that they follow.</summary>
    Trail,

    /// <summary>All tools that one model can call: those of an agent, or of all servers that a client has.</summary>
    Reach,

    /// <summary>An accepted finding of the policy, held against the findings of the audit.</summary>
    Waiver,

    /// <summary>A file as it was written: duplicate members and the like.</summary>
    File,
}
