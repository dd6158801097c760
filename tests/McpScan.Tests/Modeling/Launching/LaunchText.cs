using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Modeling.Launching;

/// <summary>Models a command line as a client configuration holds it, and writes what came of it in one line.</summary>
internal static class LaunchText
{
    /// <summary>The launch of a line that stands whole in <c>command</c>.</summary>
    public static SubjectDraft OfLine(string line) => Of($$"""{"command": {{JsonSerializer.Serialize(line)}}}""");

    /// <summary>The launch of a server entry.</summary>
    public static SubjectDraft Of(string json)
    {
        var root = JsonReader.Read(new SourceText("mcp.json", json)).Root!;
        var arguments = root["args"]?.Items.ToArray().OfType<ScalarNode>().ToImmutableArray() ?? [];
        var command = (ScalarNode)root["command"]!;
        return LaunchModeler.Draft("x", new LaunchSpec
        {
            Definition = root, Anchor = command, Command = command, Arguments = arguments,
            Environment = root["env"] is { } environment ? [.. environment.Members] : [],
        });
    }

    /// <summary>The understood facts, without command, arguments and flags: <c>package=a@1 package.ecosystem[npm]</c>.</summary>
    public static string Facts(SubjectDraft draft) => string.Join(" ", draft.Entries
        .Where(entry => entry.Field != LaunchFields.Command && entry.Field != LaunchFields.Argument && entry.Field != LaunchFields.LauncherFlag)
        .Select(entry => entry.Field == LaunchFields.PackageEcosystem ? $"[{entry.Key}]" : $"{Name(entry)}={entry.Node}"));

    public static string Flags(SubjectDraft draft) => string.Join(" ", draft.Entries
        .Where(entry => entry.Field == LaunchFields.LauncherFlag)
        .Select(entry => ReferenceEquals(entry.Key, entry.Node) ? $"{entry.Key}" : $"{entry.Key}={entry.Node}"));

    private static string Name(FieldEntry entry) => entry.Key is null ? entry.Field.Name : entry.Field.Name.Replace("*", entry.Key.Value, StringComparison.Ordinal);
}
