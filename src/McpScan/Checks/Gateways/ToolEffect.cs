namespace McpScan.Checks;

/// <summary>What a call of a tool does at worst.</summary>
internal enum ToolEffect
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>It looks and changes nothing.</summary>
    Reads,

    /// <summary>It changes something that can be changed back, reaches other people, or runs something.</summary>
    Changes,

    /// <summary>It moves money.</summary>
    Pays,

    /// <summary>It deletes what does not come back.</summary>
    Destroys,
}
