using System.Text;

namespace McpScan.Discovery.Captures;

/// <summary>File names that say what a capture holds and not which server it is of.</summary>
public static class CaptureNames
{
    /// <summary>Whether a file name is one of the usual ones, such as <c>tools.json</c>, <c>tools-list-2.json</c> or <c>initialize.jsonl</c>.</summary>
    public static bool IsGeneric(string fileName) => Normalize(fileName) is
        "tool" or "tools" or "toolslist" or "listtools" or "mcptools" or "tooldefinitions" or "toollist"
        or "prompt" or "prompts" or "promptslist" or "listprompts" or "promptsget"
        or "resource" or "resources" or "resourceslist" or "listresources" or "resourcetemplates" or "resourcestemplateslist" or "listresourcetemplates" or "resourcesread"
        or "initialize" or "init" or "initializeresult" or "serverinfo" or "discover" or "serverdiscover" or "capabilities"
        or "capture" or "snapshot" or "transcript" or "session" or "mcp" or "server" or "manifest" or "definitions" or "schema" or "index";

    /// <summary>Whether a file name ends in a number, as one page of several does.</summary>
    public static bool IsPage(string fileName) => Stem(fileName) is [.., >= '0' and <= '9'];

    /// <summary>A file name without its extension.</summary>
    public static string Stem(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot > 0 ? fileName[..dot] : fileName;
    }

    private static string Normalize(string fileName)
    {
        var letters = new StringBuilder();
        foreach (var c in Stem(fileName))
        {
            if (char.IsAsciiLetter(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('-' or '_' or '.' or ' ' or '/') && !char.IsAsciiDigit(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }
}
