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

    /// <summary>A file as it was written: duplicate members and the like.</summary>
    File,
}
