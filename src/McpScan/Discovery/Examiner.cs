using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Takes a file from its bytes to its model: read, decode, parse, recognise. Every file comes out in exactly one place.</summary>
internal static class Examiner
{
    /// <summary>Examines a file, an archive with all its members.</summary>
    public static Examination Examine(InputFile file, WalkLimits limits)
    {
        var result = new Examination();
        Examine(file, limits, result);
        return result;
    }

    /// <summary>Examines a file into a result that may hold others already.</summary>
    internal static void Examine(InputFile file, WalkLimits limits, Examination result)
    {
        result.Seen++;
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        var format = FileFormats.OfName(name);
        if (format == FileFormat.None && file.IsNamed)
        {
            format = FileFormat.Unknown;
        }

        if (file.Length == 0)
        {
            // A pipe, a socket and a device have no length either: opening one could wait for ever.
            result.NotExamined.Add(new CoverageGap(file.Path, "empty, or not a regular file"));
        }
        else if (format == FileFormat.None)
        {
            result.NotExamined.Add(new CoverageGap(file.Path, FileFormats.ReasonNotRead(name)));
        }
        else if (format == FileFormat.Bundle)
        {
            BundleReader.Examine(file, limits, result);
        }
        else if (file.Length > limits.MaxFileBytes)
        {
            result.Lose(file.Path, "too large", $"The file has {file.Length} bytes, more than the {limits.MaxFileBytes} that are read.");
        }
        else if (ReadBytes(file, format, limits, result) is { } bytes)
        {
            ExamineBytes(file.Path, name, format, bytes, result);
        }
    }

    private static byte[]? ReadBytes(InputFile file, FileFormat format, WalkLimits limits, Examination result)
    {
        try
        {
            using var stream = file.Open();
            if (format == FileFormat.Unknown && !LooksReadable(stream))
            {
                result.NotExamined.Add(new CoverageGap(file.Path, "not a format that McpScan reads"));
                return null;
            }

            // The length may have changed since the file was met, or an archive may lie about it.
            var bytes = BoundedBytes.Read(stream, file.Length, limits.MaxFileBytes);
            if (bytes is null)
            {
                result.Lose(file.Path, "too large", $"The file has more than the {limits.MaxFileBytes} bytes that are read.");
            }

            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or System.Security.SecurityException)
        {
            result.Lose(file.Path, "cannot be read", "The file cannot be read.");
            return null;
        }
    }

    /// <summary>Looks at the first characters without reading the rest.</summary>
    private static bool LooksReadable(Stream stream)
    {
        Span<byte> head = stackalloc byte[256];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        return FileFormats.OfContent(TextDecoder.Decode("", head[..count], out _).Text) != FileFormat.None;
    }

    private static void ExamineBytes(string path, string name, FileFormat format, byte[] bytes, Examination result)
    {
        var source = TextDecoder.Decode(path, bytes, out var notice);
        format = format == FileFormat.Unknown ? FileFormats.OfContent(source.Text) : format;
        var document = DocumentReader.Read(source, format);
        var artifact = new Artifact(path, new ContentDigest(() => bytes), document);
        var notices = new List<Notice>();
        if (notice is not null)
        {
            notices.Add(notice);
        }

        if (document is not null)
        {
            notices.AddRange(document.Notices);

            // An element of XML and an instruction of a Dockerfile may be repeated.
            if (format is not (FileFormat.Xml or FileFormat.Dockerfile) && DuplicateMembers.Find(document) is { } subject)
            {
                result.Files.Add(subject);
            }
        }

        var isKnown = false;
        foreach (var recogniser in Recognisers.All.Recognisers)
        {
            if (recogniser.Recognise(artifact) is not { } model)
            {
                continue;
            }

            isKnown = true;
            result.Recognised.Add((artifact, model));
            result.Notices.AddRange(model.Notices);
            if (model.Rest is null)
            {
                break;
            }

            artifact = model.Rest;
        }

        if (isKnown)
        {
            result.Notices.AddRange(notices);
            return;
        }

        var isBroken = AddOfUnrecognised(source, notices, result);
        result.NotExamined.Add(new CoverageGap(
            path,
            document is null ? FileFormats.ReasonNotRead(name) : isBroken ? "cannot be parsed, so nobody knows what it is" : "not recognised as an artifact of MCP"));
    }

    /// <summary>
    /// Of a file that is nothing known the first error says enough. It costs the audit its completeness only where the text may have been meant
    /// as an artifact of MCP; a template that merely ends in .yaml may not.
    /// </summary>
    private static bool AddOfUnrecognised(SourceText source, List<Notice> notices, Examination result)
    {
        Notice? first = null;
        var errors = 0;
        foreach (var notice in notices)
        {
            if (notice.Severity != NoticeSeverity.Error)
            {
                continue;
            }

            first ??= notice;
            errors++;
        }

        if (first is null)
        {
            return false;
        }

        var more = errors == 1 ? "" : $" This is the first of {errors} problems in the file.";
        result.Notices.Add(Relevance.MayConcernMcp(source.Path, source.Text)
            ? first with { Message = first.Message + more }
            : first with { Severity = NoticeSeverity.Warning, Message = $"{first.Message}{more} No word in the file points to MCP, so nothing is held to be lost." });
        return true;
    }
}
