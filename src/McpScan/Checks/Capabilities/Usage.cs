using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks.Capabilities;

/// <summary>Tells whether a tool has a use for what is declared of it. Only a tool whose name or description is understood can be said to have none.</summary>
internal static class Usage
{
    private static readonly LiteralSearch Writing = new(
        ["writ", "sav", "stor", "cach", "output", "download", "log", "creat", "export", "updat", "modif", "chang", "edit", "mov", "renam", "delet", "remov", "append", "generat", "convert", "record", "sync", "install", "persist", "add", "set", "put", "build", "temporar"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly LiteralSearch Running = new(
        ["run", "execut", "command", "shell", "script", "process", "launch", "start", "invoke", "spawn", "program", "binary", "cli", "compil", "build", "test", "convert", "render", "install", "tool"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly LiteralSearch Reaching = new(
        ["http", "url", "web", "api", "online", "internet", "remote", "server", "host", "download", "upload", "fetch", "send", "service", "cloud", "sync", "network", "github", ".com", ".io", ".org", "email", "mail", "message", "geo", "account", "publish", "exchange", "domain"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing of a tool's definition speaks of a use for the declared term.</summary>
    public static bool IsUnused(CapabilityTerm declared, CapabilitySet shown, Subject tool)
    {
        if (!shown.Observed.Any(static seen => seen.Confidence >= Confidence.Medium))
        {
            return false;
        }

        return declared.Kind switch
        {
            "exec" => !Shows(shown, "exec", "code", "cloud", "browser", "desktop", "agent") && !Says(tool, Running) && !Names(tool, declared.Scope),
            "fs" => declared.Actions.Any(static action => action != "read") && shown.Observed.All(static seen => seen.Radius.Operation == Operation.Read) && !Says(tool, Writing),
            "net" => shown.Observed.All(static seen => seen.Term.Kind is "fs" or "clock" or "memory") && !Says(tool, Reaching) && !Names(tool, declared.Scope),
            _ => false,
        };
    }

    private static bool Shows(CapabilitySet shown, params ReadOnlySpan<string> kinds)
    {
        foreach (var seen in shown.Observed)
        {
            if (kinds.Contains(seen.Term.Kind))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(Subject tool, LiteralSearch words) => tool.Entries.Any(entry =>
        entry is { Field.IsText: true, Node: ScalarNode text } && words.IsIn(text.Value));

    private static bool Names(Subject tool, string scope)
    {
        var name = scope.Split(':', '.')[0];
        return name.Length > 1 && tool.Entries.Any(entry => entry is { Field.IsText: true, Node: ScalarNode text } && text.Value.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
