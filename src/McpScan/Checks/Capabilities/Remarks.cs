using McpScan.Text;

namespace McpScan.Checks.Capabilities;

/// <summary>What a description says about the reach of a tool besides what the tool does: that it only reads, that it keeps to a folder, that deletions can be undone.</summary>
/// <param name="IsReadOnly">It says that it only reads.</param>
/// <param name="IsKept">It says that it keeps to a folder.</param>
/// <param name="IsElsewhere">It speaks of files of a service.</param>
/// <param name="IsUndoable">It says that what is deleted can be brought back.</param>
internal readonly record struct Remarks(bool IsReadOnly, bool IsKept, bool IsElsewhere, bool IsUndoable)
{
    /// <summary>How much of a description is looked at.</summary>
    private const int MaxLength = 2000;

    private static readonly LiteralSearch ReadOnly = Signs("read-only", "read only", "readonly", "only select", "select queries only", "select statements only", "select only", "a select query", "select sql");
    private static readonly LiteralSearch Kept = Signs("allowed director", "within the workspace", "inside the workspace", "in the workspace", "restricted to", "limited to", "within allowed", "inside the sandbox", "within the sandbox", "sandboxed", "within the project", "inside the project", "within the root");
    private static readonly LiteralSearch Elsewhere = Signs("repositor", "repo_", "_repo", "RepoFile", "vault", "bucket", "google drive", "dropbox", "onedrive", "sharepoint", " s3 ", "blob", "gist", "file share", "github", "gitlab", "container", "figma", "notion");
    private static readonly LiteralSearch Undoable = Signs("recoverable", "can be restored", "can be undone", "can be recovered", "to the trash", "to trash", "recycle bin", "soft-delet", "soft delet");

    public static Remarks Of(string? name, string? description)
    {
        var isElsewhere = Elsewhere.IsIn(name);
        var text = description.AsSpan(0, Math.Min(description?.Length ?? 0, MaxLength));
        return new Remarks(ReadOnly.IsIn(text), Kept.IsIn(text), isElsewhere || Elsewhere.IsIn(text), IsSaid(text, Undoable));
    }

    /// <summary>Whether a sign stands in the text and is not denied by the word before it.</summary>
    private static bool IsSaid(ReadOnlySpan<char> text, LiteralSearch signs)
    {
        var at = signs.IndexIn(text);
        if (at < 0)
        {
            return false;
        }

        var before = text[Math.Max(0, at - 12)..at];
        return !before.Contains("not ", StringComparison.OrdinalIgnoreCase) && !before.Contains("cannot", StringComparison.OrdinalIgnoreCase) && !before.EndsWith("un", StringComparison.OrdinalIgnoreCase) && !before.EndsWith("ir", StringComparison.OrdinalIgnoreCase);
    }

    private static LiteralSearch Signs(params ReadOnlySpan<string> signs) => new(signs, StringComparison.OrdinalIgnoreCase);
}
