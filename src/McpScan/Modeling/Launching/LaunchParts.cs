using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>Parts of a launch as manifests write them.</summary>
internal static class LaunchParts
{
    /// <summary>The scalars of a list; a scalar alone is a list of one.</summary>
    public static ImmutableArray<ScalarNode> Scalars(DataNode? list)
    {
        if (list is ScalarNode { Kind: not ScalarKind.Null } single)
        {
            return [single];
        }

        var scalars = ImmutableArray.CreateBuilder<ScalarNode>();
        foreach (var item in list is ArrayNode ? list.Items : [])
        {
            if (item is ScalarNode scalar)
            {
                scalars.Add(scalar);
            }
        }

        return scalars.ToImmutable();
    }

    /// <summary>The members of a map; none of any other node.</summary>
    public static ImmutableArray<DataMember> Members(DataNode? map) => map is ObjectNode ? [.. map.Members] : [];

    /// <summary>Adds a container mount: the whole, and its host side in front of the first colon outside a template or a drive letter.</summary>
    public static void AddMount(EntryCollector launch, ScalarNode mount)
    {
        var text = mount.Value;
        var depth = 0;
        var end = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (text[i] == ':' && depth <= 0 && !(i == 1 && char.IsAsciiLetter(text[0]) && i + 1 < text.Length && text[2] is '\\' or '/'))
            {
                end = i;
                break;
            }
        }

        launch.AddOptional(LaunchFields.MountOptions, mount);
        if (end > 0)
        {
            launch.AddOptional(LaunchFields.Mount, mount.Slice(0, end));
        }
    }
}
