namespace McpScan.Checks.Capabilities;

/// <summary>What a verb does to its object.</summary>
internal enum Deed : byte
{
    None,

    /// <summary>Takes something out of where it is kept.</summary>
    Read,

    /// <summary>Judges what it is given.</summary>
    Look,

    /// <summary>Touches nothing.</summary>
    Compute,
    Create,
    Change,
    Delete,
    Send,
    Pay,
    Execute,
}
