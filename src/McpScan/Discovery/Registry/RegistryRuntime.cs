using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;

namespace McpScan.Discovery.Registry;

/// <summary>What a registry entry tells the launcher of a package: <c>docker</c> with <c>-v</c> and <c>--network</c>, <c>npx</c> with <c>--registry</c>.</summary>
internal static class RegistryRuntime
{
    /// <summary>A launch of the hinted launcher with the fixed arguments, without the package; null where the entry names no argument.</summary>
    public static SubjectDraft? Draft(DataNode package, string name)
    {
        var arguments = package["runtimeArguments"] ?? package["runtime_arguments"];
        if ((package["runtimeHint"] ?? package["runtime_hint"]) is not ScalarNode { Value.Length: > 0 } launcher || arguments is not ArrayNode { Items.Length: > 0 })
        {
            return null;
        }

        var words = ImmutableArray.CreateBuilder<ScalarNode>();
        foreach (var argument in arguments.Items)
        {
            Add(words, argument as ScalarNode ?? argument["name"] as ScalarNode);
            Add(words, (argument["value"] ?? argument["default"]) as ScalarNode);
        }

        if (launcher.Value is "docker" or "podman" && (words.Count == 0 || words[0].Value is not ("run" or "container")))
        {
            // Clients put the subcommand in front: the entry lists its options only.
            words.Insert(0, DerivedScalar.At(launcher, "run"));
        }

        return words.Count == 0 ? null : LaunchModeler.Draft(name, new LaunchSpec
        {
            Definition = package, Anchor = launcher, Command = launcher, Arguments = words.ToImmutable(),
        });
    }

    private static void Add(ImmutableArray<ScalarNode>.Builder words, ScalarNode? word)
    {
        if (word is { Kind: not ScalarKind.Null })
        {
            words.Add(word);
        }
    }
}
