using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>The one place that walks the disk. Meets files in a fixed order, follows no link, starts nothing, keeps to <see cref="WalkLimits"/>.</summary>
public sealed class ArtifactWalker
{
    private readonly WalkLimits _limits;
    private readonly string _currentDirectory;
    private readonly ReportPaths _names;
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<InputFile> _files = [];
    private readonly ImmutableArray<CoverageGap>.Builder _skipped = ImmutableArray.CreateBuilder<CoverageGap>();
    private readonly ImmutableArray<Notice>.Builder _notices = ImmutableArray.CreateBuilder<Notice>();
    private int _skippedFiles;
    private bool _isFull;
    private long _bytes;
    private bool _isOverTotal;

    private ArtifactWalker(string currentDirectory, WalkLimits limits, string? home)
    {
        _limits = limits;
        _currentDirectory = currentDirectory;
        _names = new ReportPaths(currentDirectory, home);
    }

    /// <summary>Meets every file below the paths; nothing is opened.</summary>
    /// <param name="paths">Files and folders as the user gave them.</param>
    /// <param name="currentDirectory">Absolute path of the directory that relative paths start from.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="home">The home folder that paths are named from, or null.</param>
    public static WalkResult Walk(IEnumerable<string> paths, string currentDirectory, WalkLimits limits, string? home = null)
    {
        var walker = new ArtifactWalker(currentDirectory, limits, home);
        foreach (var path in paths)
        {
            walker.WalkRoot(path);
        }

        walker._files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        walker._skipped.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new WalkResult([.. walker._files], walker._skipped.ToImmutable(), walker._skippedFiles, walker._notices.ToImmutable());
    }

    private void WalkRoot(string path)
    {
        string full;
        try
        {
            full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _currentDirectory));
        }
        catch (ArgumentException)
        {
            Error(new Untrusted(path).ToString(), "The path is not one that the file system knows.");
            return;
        }

        if (File.Exists(full))
        {
            // A path that the user named is followed even where it is a link: the user's word counts.
            MeetFile(new FileInfo(full), _names.NameRoot(full, isFile: true), isNamed: true);
        }
        else if (Directory.Exists(full))
        {
            WalkFolder(new DirectoryInfo(full), _names.NameRoot(full, isFile: false), full, 0);
        }
        else
        {
            Error(new Untrusted(Path.GetFileName(full)).ToString(), $"There is no file or folder '{new Untrusted(path)}'.");
        }
    }

    private void WalkFolder(DirectoryInfo folder, string reportPath, string root, int depth)
    {
        if (_isFull)
        {
            return;
        }

        if (depth > _limits.MaxDepth)
        {
            Skip(reportPath, $"deeper than {_limits.MaxDepth} folders", isFile: false);
            Error(reportPath, $"Folders deeper than {_limits.MaxDepth} levels were not audited.");
            return;
        }

        FileSystemInfo[] children;
        try
        {
            children = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            Skip(reportPath, "the folder cannot be opened", isFile: false);
            Error(reportPath, "The folder cannot be opened.");
            return;
        }

        Array.Sort(children, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var child in children)
        {
            var childPath = ReportPaths.Combine(reportPath, child.Name);
            if (child.LinkTarget is not null)
            {
                SkipLink(child, childPath, root);
            }
            else if (child is FileInfo file)
            {
                MeetFile(file, childPath, isNamed: false);
            }
            else if (SkippedFolders.ReasonFor(child.Name) is { } reason)
            {
                Skip(childPath, reason, isFile: false);
            }
            else
            {
                WalkFolder((DirectoryInfo)child, childPath, root, depth + 1);
            }
        }
    }

    private void MeetFile(FileInfo file, string reportPath, bool isNamed)
    {
        if (_isFull || !_met.Add(file.FullName))
        {
            return;
        }

        if (_met.Count > _limits.MaxFiles)
        {
            _isFull = true;
            Skip(reportPath, $"more than {_limits.MaxFiles} files", isFile: true);
            Error(reportPath, $"There are more than {_limits.MaxFiles} files; this one and all behind it were not audited.");
            return;
        }

        if (LengthOf(file) is not { } length)
        {
            Skip(reportPath, "cannot be read", isFile: true);
            Error(reportPath, "The file cannot be read.");
            return;
        }

        var isRead = isNamed || FileFormats.OfName(file.Name) is not (FileFormat.None or FileFormat.Bundle);
        if (isRead && (_bytes += Math.Min(length, _limits.MaxFileBytes)) > _limits.MaxTotalBytes)
        {
            Skip(reportPath, "too much in all", isFile: true);
            if (!_isOverTotal)
            {
                _isOverTotal = true;
                Error(reportPath, $"The files have more than the {_limits.MaxTotalBytes} bytes that are read in all; this one and those behind it were not audited.");
            }

            return;
        }

        var path = file.FullName;
        _files.Add(new InputFile(reportPath, length, isNamed, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), path));
    }

    /// <summary>Null where the file has vanished since its folder was listed.</summary>
    private static long? LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void SkipLink(FileSystemInfo link, string reportPath, string root)
    {
        string? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } final ? final.FullName : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            target = null;
        }

        var isInside = target is not null && (target == root || target.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var reason = target is null ? "a link that leads nowhere" : isInside ? "a link; its target is met at its own place" : "a link out of the audited folder";
        Skip(reportPath, reason, link is FileInfo);
        if (target is not null && !isInside)
        {
            _notices.Add(new Notice(NoticeSeverity.Warning, "The link leads out of the audited folder and was not followed.", reportPath));
        }
    }

    private void Skip(string path, string reason, bool isFile)
    {
        _skipped.Add(new CoverageGap(path, reason));
        _skippedFiles += isFile ? 1 : 0;
    }

    private void Error(string path, string message) => _notices.Add(new Notice(NoticeSeverity.Error, message, path));
}
