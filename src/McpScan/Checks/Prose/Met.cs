using System.Collections.Immutable;

namespace McpScan.Checks.Prose;

/// <summary>Signals that met.</summary>
/// <param name="Statements">For each signal the index of the statement that gave it last, or -1.</param>
/// <param name="Worded">The index of the first statement of the sentence whose wording was needed; -1 where none was.</param>
/// <param name="Words">The words that weighed most in it.</param>
internal sealed record Met(ImmutableArray<int> Statements, int Worded, ImmutableArray<string> Words);
