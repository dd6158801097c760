namespace McpScan.Checks.Capabilities;

/// <summary>What a verb does to its object.</summary>
internal enum Deed : byte
{
    None,

    /// <summary>Takes something out of where it is kept.</summary>
    Read,

    /// <summary>Reads, over the network where it is given an address.</summary>
    Fetch,

    /// <summary>Carries something from here to where it comes to be.</summary>
    Upload,

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
