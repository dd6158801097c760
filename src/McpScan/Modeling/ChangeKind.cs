using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>How a definition differs from its pinned form. In rules each is written in kebab case, such as <c>new-parameter</c>.</summary>
public enum ChangeKind
{
    /// <summary>The server is not pinned at all.</summary>
    NewServer,

    /// <summary>A pinned server is gone.</summary>
    RemovedServer,

    /// <summary>A pinned server has a definition that it did not have.</summary>
    NewDefinition,

    /// <summary>A pinned definition is gone; told of its server.</summary>
    RemovedDefinition,

    /// <summary>A text that a model or a person reads is another one, is new or is gone.</summary>
    ChangedText,

    /// <summary>A text came with something else that is told by its own kind, such as a new parameter.</summary>
    AddedText,

    /// <summary>An annotation promises less than it did.</summary>
    WeakerAnnotation,

    /// <summary>An annotation promises more than it did, so that a client may ask less.</summary>
    StrongerAnnotation,

    /// <summary>A tool takes a parameter that it did not take.</summary>
    NewParameter,

    /// <summary>A schema lets in what it kept out.</summary>
    WiderSchema,

    /// <summary>Anything else of a definition is different.</summary>
    ChangedDefinition,

    /// <summary>A tool, wildcard or switch takes away a prompt that was there.</summary>
    NewApproval,

    /// <summary>A package has a script that it did not have, or another one under the same name.</summary>
    ChangedScript,

    /// <summary>A package needs one that it did not need.</summary>
    NewDependency,

    /// <summary>The server reaches a host that it did not reach.</summary>
    NewHost,

    /// <summary>The server reaches a path that it did not reach.</summary>
    NewPath,

    /// <summary>The server is handed a secret or variable that it was not handed.</summary>
    NewSecret,

    /// <summary>The server asks for a scope that it did not ask for.</summary>
    NewScope,

    /// <summary>A manifest grants the server a capability that it did not have.</summary>
    NewCapability,

    /// <summary>The server is started or taken from a package or image that it did not come from.</summary>
    NewArtifact,

    /// <summary>The version of the server, or of a package or image that it comes from, is another one.</summary>
    ChangedVersion,

    /// <summary>The same version has another digest.</summary>
    ChangedDigest,

    /// <summary>What was pinned to one version or digest no longer is.</summary>
    UnpinnedArtifact,
}

/// <summary>The kinds of changes by the names that rules write.</summary>
public static class ChangeKinds
{
    private static readonly Dictionary<string, ChangeKind> ByName = Read();

    /// <summary>All names, in ordinal order.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The kind of a name, or null.</summary>
    public static ChangeKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    private static Dictionary<string, ChangeKind> Read()
    {
        var kinds = new Dictionary<string, ChangeKind>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            kinds.Add(Kebab.Of(kind.ToString()), kind);
        }

        return kinds;
    }
}
