using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>The <c>manifest.json</c> of an MCP bundle (MCPB, formerly DXT), versions 0.1 to 0.4.</summary>
public sealed class BundleManifestRecogniser : IRecogniser
{
    private const string LatestVersion = "0.4";

    public string Kind => "mcpb-manifest";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || !IsManifest(artifact, root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        CheckVersion(root, notices);
        var server = new ServerDraft(root, notices);
        DataNode? announced = null;
        foreach (var member in root.Members)
        {
            if (member.Name.Value == "tools")
            {
                announced = member.Value;
            }
            else
            {
                Add(server, member, root);
            }
        }

        AddTools(server, announced, root);
        return new ArtifactModel(Kind, [server.ToFragment(FragmentScope.Folder)], [], notices.ToImmutable());
    }

    // A browser extension has a manifest.json with a manifest_version too, but no server.
    private static bool IsManifest(Artifact artifact, ObjectNode root) =>
        (root["server"] is ObjectNode && (root["manifest_version"] ?? root["dxt_version"]) is not null)
        || artifact.Path.EndsWith(".mcpb!/manifest.json", StringComparison.OrdinalIgnoreCase)
        || artifact.Path.EndsWith(".dxt!/manifest.json", StringComparison.OrdinalIgnoreCase);

    private static void CheckVersion(ObjectNode root, ImmutableArray<Notice>.Builder notices)
    {
        var version = root["manifest_version"] ?? root["dxt_version"];
        if (version is null)
        {
            notices.Add(Notice.At(NoticeSeverity.Warning, root.Source, new TextSpan(root.Span.Start, 0), $"The bundle manifest names no manifest_version; it was read as {LatestVersion}."));
        }
        else if (version is not ScalarNode { Value: "0.1" or "0.2" or "0.3" or LatestVersion })
        {
            notices.Add(Notice.At(NoticeSeverity.Warning, version.Source, version.Span, $"The bundle manifest is of an unknown version; it was read as {LatestVersion}."));
        }
    }

    private static void Add(ServerDraft server, DataMember member, ObjectNode root)
    {
        var entries = server.Entries;
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                break;
            case "version":
                server.SetVersion(member.Value);
                break;
            case "display_name":
                entries.AddOptional(ServerFields.Title, member.Value);
                break;
            case "description" or "long_description":
                entries.AddOptional(ServerFields.Description, member.Value);
                break;
            case "author":
                AddValues(entries, ServerFields.Publisher, member.Value);
                break;
            case "repository":
                AddValues(entries, ServerFields.RepositoryUrl, member.Value["url"] ?? member.Value);
                break;
            case "homepage":
                entries.AddOptional(ServerFields.WebsiteUrl, member.Value);
                break;
            case "icon":
                entries.AddOptional(ServerFields.IconSource, member.Value);
                break;
            case "icons" when member.Value is ArrayNode:
                IconModeler.Add(member.Value, ServerFields.IconSource, ServerFields.Other, entries);
                break;
            case "license":
                entries.AddOptional(ServerFields.License, member.Value);
                break;
            case "$schema":
                entries.AddOptional(ServerFields.Schema, member.Value);
                break;
            case "manifest_version" or "dxt_version":
                break;
            case "keywords" or "documentation" or "support" or "screenshots" or "privacy_policies" or "compatibility" or "localization":
                AddValues(entries, ServerFields.Other, member.Value);
                break;
            case "server":
                BundleLaunches.Add(server, member);
                break;
            case "prompts":
                AddPrompts(server, member.Value);
                break;
            case "tools_generated" or "prompts_generated":
                NoteGenerated(server, member);
                break;
            case "user_config" when member.Value is ObjectNode:
                foreach (var setting in member.Value.Members)
                {
                    server.Subjects.Add(InputModeler.Draft("setting", setting.Name, setting.Value, server.Notices));
                }

                break;
            case "_meta":
                BundleStaticResponses.AddMeta(server, member.Value);
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    /// <summary>The values of an object whose members the format defines; their names say nothing.</summary>
    private static void AddValues(EntryCollector entries, Field field, DataNode node)
    {
        if (node is not ObjectNode)
        {
            entries.AddOptional(field, node);
            return;
        }

        foreach (var member in node.Members)
        {
            entries.AddOptional(field, member.Value);
        }
    }

    private static void AddPrompts(ServerDraft server, DataNode prompts)
    {
        foreach (var prompt in prompts.Items)
        {
            if (PromptModeler.Draft(prompt, server.Notices) is { } draft)
            {
                server.Subjects.Add(draft);
            }
        }
    }

    private static void NoteGenerated(ServerDraft server, DataMember flag)
    {
        if (flag.Value is ScalarNode { Kind: ScalarKind.Boolean, Value: "true" })
        {
            var what = flag.Name.Value == "tools_generated" ? "tools" : "prompts";
            server.Notices.Add(Notice.At(NoticeSeverity.Info, flag.Value.Source, flag.Value.Span, $"The server makes {what} at run time: the list in its manifest may be incomplete. A captured {what}/list result beside the manifest closes the gap."));
        }
    }

    /// <summary>Announced tools, and those of a static <c>tools/list</c> response; what is announced of the same tool joins the full definition.</summary>
    private static void AddTools(ServerDraft server, DataNode? announced, ObjectNode root)
    {
        var first = server.Subjects.Count;
        server.AddTools(BundleStaticResponses.FindTools(root));
        if (first == server.Subjects.Count)
        {
            server.AddTools(announced);
            return;
        }

        Dictionary<string, int> full = new(StringComparer.Ordinal);
        for (var i = first; i < server.Subjects.Count; i++)
        {
            full.TryAdd(server.Subjects[i].LocalId, i);
        }

        first = server.Subjects.Count;
        server.AddTools(announced);
        for (var i = server.Subjects.Count - 1; i >= first; i--)
        {
            var announcement = server.Subjects[i];
            if (full.Remove(announcement.LocalId, out var at))
            {
                var entries = announcement.Entries.RemoveAll(entry => ReferenceEquals(entry.Field, ToolFields.Name));
                server.Subjects[at] = server.Subjects[at] with { Entries = server.Subjects[at].Entries.AddRange(entries) };
                server.Subjects.RemoveAt(i);
            }
        }
    }
}
