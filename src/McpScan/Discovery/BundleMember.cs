using System.IO.Compression;

namespace McpScan.Discovery;

/// <summary>Judges a member of an archive before it is opened.</summary>
internal static class BundleMember
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    /// <summary>Why a member is not read, or null.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">Its name with forward slashes.</param>
    public static string? ReasonToRefuse(ZipArchiveEntry member, string name) =>
        member.IsEncrypted ? "it is encrypted"
        : ((member.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink ? "it is a symbolic link"
        : name.Length == 0 || name[0] == '/' || (name.Length > 1 && name[1] == ':') ? "its name is absolute"
        : HasParentSegment(name) ? "its name leads out of the archive"
        : null;

    /// <summary>The bytes of a member, unpacked in memory up to a bound so that a lie about its length costs nothing.</summary>
    public static Stream Open(ZipArchiveEntry member, long most)
    {
        using var packed = member.Open();
        var bytes = BoundedBytes.Read(packed, member.Length, most) ?? throw new InvalidDataException("The member is longer than it says.");
        return new MemoryStream(bytes, writable: false);
    }

    private static bool HasParentSegment(string name)
    {
        foreach (var range in name.AsSpan().Split('/'))
        {
            if (name.AsSpan(range) is "..")
            {
                return true;
            }
        }

        return false;
    }
}
