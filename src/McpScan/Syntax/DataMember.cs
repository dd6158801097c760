namespace McpScan.Syntax;

/// <summary>A name and its value in an <see cref="ObjectNode"/>.</summary>
public sealed record DataMember(ScalarNode Name, DataNode Value);
