namespace McpScan.Checks.Flows;

/// <summary>The part that a tool can play in a flow.</summary>
[Flags]
internal enum FlowRole
{
    None = 0,

    /// <summary>Brings text by strangers before the model.</summary>
    Untrusted = 1,

    /// <summary>Reads what strangers must not know.</summary>
    Private = 2,

    /// <summary>Reads keys, passwords or tokens.</summary>
    Secret = 4,

    /// <summary>Lets text leave to where the model says.</summary>
    Out = 8,

    /// <summary>Runs programs or code that the model writes.</summary>
    Execution = 16,

    /// <summary>Moves money.</summary>
    Money = 32,
}
