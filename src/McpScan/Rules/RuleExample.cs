using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>One example of a rule: documentation and test at once.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="IsBad">Whether the rule must fire on it, at exactly the marked spans.</param>
/// <param name="Files">The audited files; spans are marked <c>[|…|]</c>, and <c>[+]</c> joins the parts of a text that must not look alive in the repository.</param>
public sealed record RuleExample(string Name, bool IsBad, ImmutableArray<ExampleFile> Files)
{
    /// <summary>The policy that the files are audited by; null for none. Marks in it count as those in files.</summary>
    public ExampleFile? Policy { get; init; }

    /// <summary>The policy and the files, in the order in which a reader wants them.</summary>
    public IEnumerable<ExampleFile> All => Policy is null ? Files : Files.Insert(0, Policy);
}

/// <summary>A file of an example.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text with marks and joiners; empty for a file that is gone.</param>
/// <param name="Before">Its text when the lock was made that the example is held against; null where it was the same, empty where there was no such file.</param>
public sealed record ExampleFile(string Path, string Text, string? Before = null);
