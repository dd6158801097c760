using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>One value of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Node">The value where it was written; a scalar for most fields.</param>
/// <param name="Key">The name that <c>*</c> stands for in the field's name: a parameter, an environment variable, a header, a flag.</param>
public sealed record FieldEntry(Field Field, DataNode Node, ScalarNode? Key = null);
