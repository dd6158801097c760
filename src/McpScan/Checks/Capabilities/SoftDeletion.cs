using System.Buffers;

namespace McpScan.Checks.Capabilities;

/// <summary>Tells whether a description says that what is deleted can be brought back.</summary>
internal static class SoftDeletion
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["recoverable", "can be restored", "can be undone", "can be recovered", "to the trash", "to trash", "recycle bin", "soft-delet", "soft delet", "undo "],
        StringComparison.OrdinalIgnoreCase);

    public static bool IsSaid(string description)
    {
        var at = description.AsSpan().IndexOfAny(Signs);
        return at >= 0 && !description.AsSpan(Math.Max(0, at - 12), Math.Min(at, 12)).Contains("not ", StringComparison.OrdinalIgnoreCase)
            && !description.AsSpan(Math.Max(0, at - 12), Math.Min(at, 12)).Contains("cannot", StringComparison.OrdinalIgnoreCase);
    }
}
