namespace McpScan.Discovery;

/// <summary>Decides by name, and where the name says nothing by the first characters, how a file is read.</summary>
public static class FileFormats
{
    /// <summary>The format by name.</summary>
    public static FileFormat OfName(string fileName)
    {
        if (IsDockerfile(fileName))
        {
            return FileFormat.Dockerfile;
        }

        return Extension(fileName) switch
        {
            "json" or "jsonc" or "json5" or "ndjson" or "jsonl" or "sse" => FileFormat.Json,
            "yaml" or "yml" => FileFormat.Yaml,
            "toml" => FileFormat.Toml,
            "csproj" or "fsproj" or "vbproj" or "nuspec" => FileFormat.Xml,
            "mcpb" or "dxt" => FileFormat.Bundle,
            // Snapshots of tests are JSON for some servers and JavaScript for others.
            "" or "snap" => FileFormat.Unknown,
            _ => FileFormat.None,
        };
    }

    /// <summary>The format by the first characters that are not white space; <see cref="FileFormat.None"/> where they say nothing.</summary>
    public static FileFormat OfContent(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text switch
        {
            ['{' or '[', ..] => FileFormat.Json,
            _ when text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<package", StringComparison.Ordinal) || text.StartsWith("<Project", StringComparison.Ordinal) => FileFormat.Xml,
            _ when text.StartsWith("data:", StringComparison.Ordinal) || text.StartsWith("event:", StringComparison.Ordinal) => FileFormat.Json,
            _ when text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("%YAML", StringComparison.Ordinal) => FileFormat.Yaml,
            _ => FileFormat.None,
        };
    }

    /// <summary>The reason for files of source code.</summary>
    public const string SourceCode = "source code";

    /// <summary>The reason for files of compiled code.</summary>
    public const string Binary = "a binary";

    /// <summary>Why a file that is not read is not, in words that tell a reviewer whether it matters.</summary>
    public static string ReasonNotRead(string fileName) => Extension(fileName) switch
    {
        "cs" or "fs" or "vb" or "ts" or "tsx" or "mts" or "cts" or "js" or "jsx" or "mjs" or "cjs" or "py" or "pyi" or "go" or "rs" or "java" or "kt" or "kts"
            or "rb" or "php" or "swift" or "c" or "h" or "cc" or "cpp" or "hpp" or "scala" or "lua" or "dart" or "ex" or "exs" or "clj" or "r" or "jl" or "zig" or "sql" => SourceCode,
        "sh" or "bash" or "zsh" or "fish" or "ps1" or "bat" or "cmd" or "mk" => "a script",
        "md" or "mdx" or "mdc" or "rst" or "txt" or "adoc" or "html" or "htm" or "pdf" or "css" => "documentation",
        "png" or "jpg" or "jpeg" or "gif" or "svg" or "webp" or "ico" or "bmp" or "mp3" or "mp4" or "webm" or "wav" or "woff" or "woff2" or "ttf" or "otf" => "an image or other media",
        "zip" or "tgz" or "gz" or "tar" or "whl" or "nupkg" or "jar" or "7z" or "rar" or "xz" or "bz2" => "an archive of a kind that McpScan does not open",
        "exe" or "dll" or "so" or "dylib" or "node" or "wasm" or "bin" or "pyc" or "class" or "o" or "a" or "pdb" => Binary,
        _ => "not a format that McpScan reads",
    };

    /// <summary>Whether a file of that name is a Dockerfile: <c>Dockerfile</c>, <c>Containerfile</c>, <c>Dockerfile.dev</c>, <c>web.Dockerfile</c>.</summary>
    private static bool IsDockerfile(string fileName) =>
        fileName.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || fileName.Equals("Containerfile", StringComparison.OrdinalIgnoreCase)
        || (fileName.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase) && !fileName.EndsWith(".dockerignore", StringComparison.OrdinalIgnoreCase))
        || fileName.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);

    /// <summary>The extension in lower case without its dot; empty where there is none, as for a name that only starts with a dot.</summary>
    private static string Extension(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot <= 0 ? "" : fileName[(dot + 1)..].ToLowerInvariant();
    }
}
