namespace McpScan.Discovery;

/// <summary>Folders that are never descended, each with its reason: what the server's author did not write.</summary>
internal static class SkippedFolders
{
    /// <summary>Why a folder of that name is not descended, or null.</summary>
    public static string? ReasonFor(string name) => name switch
    {
        ".git" or ".hg" or ".svn" => "version control data",
        "node_modules" or "bower_components" or "site-packages" or ".venv" or "venv" => "installed dependencies are not audited",
        "__pycache__" or ".mypy_cache" or ".pytest_cache" or ".tox" or ".nox" or ".ruff_cache" => "a cache that a tool made",
        _ => null,
    };
}
