using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A <c>Dockerfile</c> as <see cref="DockerfileReader"/> reads it: base images, users, commands and the other instructions.</summary>
public sealed class DockerfileRecogniser : IRecogniser
{
    private const string ServerNameLabel = "io.modelcontextprotocol.server.name";

    public string Kind => "dockerfile";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (FileFormats.OfName(artifact.FileName) != FileFormat.Dockerfile || artifact.Document?.Root is not ArrayNode root)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var entries = new EntryCollector(root, notices);
        HashSet<string> stages = new(StringComparer.OrdinalIgnoreCase);
        ScalarNode? serverName = null;
        ScalarNode? user = null;
        foreach (var instruction in root.Items)
        {
            foreach (var member in instruction.Members)
            {
                if (member.Value is ScalarNode arguments)
                {
                    Add(entries, member.Name, arguments, stages);
                    user = member.Name.Value == "USER" ? arguments : member.Name.Value == "FROM" ? null : user;
                    serverName ??= member.Name.Value == "LABEL" ? FindServerName(arguments) : null;
                }
            }
        }

        // Only the last stage is the image: what an earlier one ran as is gone.
        entries.AddOptional(PackageFields.DockerFinalUser, user);
        entries.AddOptional(PackageFields.McpName, serverName);
        var fragment = new ServerFragment
        {
            Scope = FragmentScope.Supplement,
            Anchor = root,
            Identities = serverName is null ? [] : ["registry:" + serverName.Value],
            Subjects = [new SubjectDraft(SubjectKind.Package, "package:dockerfile", new Untrusted(artifact.FileName), root.Items[0], root, entries.ToEntries())],
        };
        return new ArtifactModel(Kind, [fragment], [], notices.ToImmutable());
    }

    private static void Add(EntryCollector entries, ScalarNode instruction, ScalarNode arguments, HashSet<string> stages)
    {
        switch (instruction.Value)
        {
            case "FROM":
                AddBaseImage(entries, arguments, stages);
                break;
            case "USER":
                entries.AddOptional(PackageFields.DockerUser, arguments);
                break;
            case "RUN":
                entries.AddOptional(PackageFields.DockerRun, arguments);
                break;
            default:
                entries.AddOptional(PackageFields.DockerInstruction, arguments, instruction);
                break;
        }
    }

    /// <summary><c>FROM [--platform=…] image [AS stage]</c>; an earlier stage is no base image.</summary>
    private static void AddBaseImage(EntryCollector entries, ScalarNode arguments, HashSet<string> stages)
    {
        var words = Words(arguments.Value);
        var first = 0;
        while (first < words.Count && arguments.Value.AsSpan(words[first].Start, words[first].Length).StartsWith("--"))
        {
            first++;
        }

        if (first == words.Count)
        {
            return;
        }

        var image = arguments.Slice(words[first].Start, words[first].Length);
        if (!stages.Contains(image.Value))
        {
            entries.AddOptional(PackageFields.BaseImage, image);
        }

        if (first + 2 < words.Count && Is(arguments.Value.AsSpan(words[first + 1].Start, words[first + 1].Length), "AS"))
        {
            stages.Add(arguments.Value.Substring(words[first + 2].Start, words[first + 2].Length));
        }
    }

    /// <summary>The value of the label by which an image proves the registry name of its server.</summary>
    private static ScalarNode? FindServerName(ScalarNode labels)
    {
        var at = labels.Value.IndexOf(ServerNameLabel, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + ServerNameLabel.Length;
        while (start < labels.Value.Length && labels.Value[start] is '"' or '\'' or '=' or ' ')
        {
            start++;
        }

        var end = start;
        while (end < labels.Value.Length && labels.Value[end] is not ('"' or '\'') && !char.IsWhiteSpace(labels.Value[end]))
        {
            end++;
        }

        return end == start ? null : labels.Slice(start, end - start);
    }

    private static List<TextSpan> Words(string text)
    {
        List<TextSpan> words = [];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add(TextSpan.FromBounds(start, at));
            }

            at++;
        }

        return words;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
