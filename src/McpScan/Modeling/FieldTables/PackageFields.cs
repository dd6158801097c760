using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Package"/>.</summary>
public static class PackageFields
{
    public static readonly Field Ecosystem = New("ecosystem", "npm, pypi, nuget, oci, mcpb, cargo, …; the node is what says so.");
    public static readonly Field Name = New("name", "The package's identifier.");
    public static readonly Field Version = New("version", "Its version, range or tag.");
    public static readonly Field Digest = New("digest", "A digest that pins its bytes.");
    public static readonly Field Source = New("source", "A registry, repository or address it is taken from.");
    public static readonly Field Description = New("description", "Its description.", isText: true);
    public static readonly Field License = New("license", "Its licence.");
    public static readonly Field RepositoryUrl = New("repository.url", "The address of its source.");
    public static readonly Field RepositoryCommit = New("repository.commit", "The commit of its source that it is built from.");
    public static readonly Field McpName = New("mcpName", "The registry name that the package itself claims.");
    public static readonly Field RuntimeHint = New("runtimeHint", "The launcher that a registry entry suggests.");
    public static readonly Field RuntimeArgument = New("runtimeArguments", "An argument for that launcher.");
    public static readonly Field PackageArgument = New("packageArguments", "An argument for the server.");
    public static readonly Field Transport = New("transport", "The transport that the package speaks.");
    public static readonly Field Script = New("scripts.*", "A script of the package; the key is its life-cycle name.");
    public static readonly Field Dependency = New("dependencies.*", "A dependency; the key is its name, the value its range.");
    public static readonly Field DependencySource = New("dependencies.source", "An index, registry or repository that dependencies are taken from.");
    public static readonly Field Executable = New("bin.*", "A program that the package installs; the key is its name.");
    public static readonly Field BaseImage = New("dockerfile.from", "A base image of the Dockerfile.");
    public static readonly Field DockerUser = New("dockerfile.user", "A user that the Dockerfile switches to.");
    public static readonly Field DockerFinalUser = New("dockerfile.finalUser", "The user that the last stage of the Dockerfile ends with; absent where it names none.");
    public static readonly Field DockerRun = New("dockerfile.run", "A command that the Dockerfile runs while building.");
    public static readonly Field DockerInstruction = New("dockerfile.*", "Any other instruction of the Dockerfile; the key is its name.");
    public static readonly Field Other = New("other", "Any other scalar of its metadata that a rule may want to see.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Package);

    public static readonly ImmutableArray<Field> All =
    [
        Ecosystem, Name, Version, Digest, Source, Description, License, RepositoryUrl, RepositoryCommit, McpName, RuntimeHint,
        RuntimeArgument, PackageArgument, Transport, Script, Dependency, DependencySource, Executable, BaseImage,
        DockerUser, DockerFinalUser, DockerRun, DockerInstruction, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Package, name, doc, isText);
}
