using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>One difference between a definition and its pinned form.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="What">What differs, in a few words, such as <c>parameter city</c>.</param>
/// <param name="Now">Where the difference is: the new value, or the definition where something is gone.</param>
public sealed record Change(ChangeKind Kind, string What, DataNode Now)
{
    /// <summary>The exact characters; by default all of <see cref="Now"/>, without quotes for a scalar.</summary>
    public TextSpan Span { get; init; } = Now is ScalarNode scalar ? scalar.ContentSpan : Now.Span;

    /// <summary>The name by which changes of one kind are told apart, such as that of the annotation; empty where there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the pinned value was written, in the lock or in the file that was held against; null where there was none.</summary>
    public DataNode? Before { get; init; }

    /// <summary>The pinned value in words, secrets redacted; null where there was none.</summary>
    public string? OldText { get; init; }

    /// <summary>The value in words, secrets redacted; null where there is none any more.</summary>
    public string? NewText { get; init; }

    /// <summary>The field of a changed text: where it stands.</summary>
    public Field? Field { get; init; }
}
