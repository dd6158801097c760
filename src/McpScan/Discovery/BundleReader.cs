using System.IO.Compression;
using System.Security.Cryptography;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>
/// Reads a <c>.mcpb</c> or <c>.dxt</c> archive as a virtual folder <c>bundle.mcpb!/…</c>; nothing is unpacked to disk. A member that could do
/// harm or cannot be read is an error notice and a gap; the others are still read.
/// </summary>
internal static class BundleReader
{
    private const long RatioFrom = 1 << 20;

    /// <summary>Examines the archive and its members.</summary>
    public static void Examine(InputFile file, WalkLimits limits, Examination result)
    {
        if (file.Length > limits.MaxArchiveBytes)
        {
            result.Lose(file.Path, "too large", $"The archive has {file.Length} bytes, more than the {limits.MaxArchiveBytes} that are read.");
            return;
        }

        try
        {
            using var stream = file.Open();
            var digest = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Seek(0, SeekOrigin.Begin);
            var tail = BundleTail.Read(stream) ?? throw new InvalidDataException("There is no end record.");
            if (tail.HasMoreMembersThan(limits.MaxArchiveEntries, stream))
            {
                result.Lose(file.Path, "too many members", $"The archive has more than the {limits.MaxArchiveEntries} members that are read.");
                return;
            }

            if (tail.Trailer == BundleTrailer.Other)
            {
                result.Notices.Add(new Notice(NoticeSeverity.Warning, "There is data behind the zip archive that is not a signature block; it was not read.", file.Path));
            }

            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            ExamineMembers(archive, file.Path, limits, result);
            result.Archives.Add(new InputArtifact(file.Path, tail.Trailer == BundleTrailer.Signature ? "bundle-archive/signed" : "bundle-archive", digest));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            result.Lose(file.Path, "not a readable archive", "The file is not a zip archive that can be read.");
        }
    }

    private static void ExamineMembers(ZipArchive archive, string path, WalkLimits limits, Examination result)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var skippedFolders = new HashSet<string>(StringComparer.Ordinal);
        var unpacked = 0L;
        foreach (var member in archive.Entries)
        {
            var name = member.FullName.Replace('\\', '/');
            if (name.EndsWith('/') && member.Length == 0)
            {
                continue;
            }

            if (SkippedFolderOf(name) is { } folder)
            {
                if (skippedFolders.Add(folder.Path))
                {
                    result.Skipped.Add(new CoverageGap(ReportPaths.Combine(path + "!", folder.Path), folder.Reason));
                }

                continue;
            }

            ExamineMember(member, name, path, limits, taken, ref unpacked, result);
        }
    }

    private static void ExamineMember(
        ZipArchiveEntry member, string name, string path, WalkLimits limits, HashSet<string> taken, ref long unpacked, Examination result)
    {
        if (BundleMember.ReasonToRefuse(member, name) is { } reason)
        {
            result.Seen++;
            result.Lose(path + "!", reason, $"The member '{new Untrusted(name)}' was not read: {reason}.");
            return;
        }

        var memberPath = ReportPaths.Combine(path + "!", name);
        if (!taken.Add(name))
        {
            result.Seen++;
            result.Lose(memberPath, "a second member of that name", "The archive has two members of that name; unpackers disagree on which one counts. The first was read.");
            return;
        }

        if (FileFormats.OfName(member.Name) is FileFormat.Bundle)
        {
            result.Seen++;
            result.Lose(memberPath, "an archive in an archive", "An archive in an archive is not opened: unpack it and audit it by itself.");
            return;
        }

        var isRead = FileFormats.OfName(member.Name) != FileFormat.None;
        if (isRead && member.Length > RatioFrom && member.Length / Math.Max(1, member.CompressedLength) > limits.MaxRatio)
        {
            result.Seen++;
            result.Lose(memberPath, "packed too tightly", $"The member unpacks to more than {limits.MaxRatio} times its packed size and was not read.");
            return;
        }

        if (isRead && unpacked + member.Length > limits.MaxUnpackedBytes)
        {
            result.Seen++;
            result.Lose(memberPath, "the archive unpacks to too much", $"The archive unpacks to more than the {limits.MaxUnpackedBytes} bytes that are read.");
            return;
        }

        unpacked += isRead ? Math.Min(member.Length, limits.MaxFileBytes) : 0;
        Examiner.Examine(new InputFile(memberPath, member.Length, isNamed: false, () => BundleMember.Open(member, limits.MaxFileBytes)), limits, result);
    }

    /// <summary>The outermost folder of installed dependencies or caches that a member lies in.</summary>
    private static (string Path, string Reason)? SkippedFolderOf(string name)
    {
        var start = 0;
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', start))
        {
            if (SkippedFolders.ReasonFor(name[start..slash]) is { } reason)
            {
                return (name[..slash], reason);
            }

            start = slash + 1;
        }

        return null;
    }
}
