using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Launch"/>.</summary>
public static class LaunchFields
{
    public static readonly Field Command = New("command", "The program that is started.");
    public static readonly Field Argument = New("args", "Each argument, in order.");
    public static readonly Field Environment = New("env.*", "An environment variable that is set; the key is its name, the value is its literal or reference.");
    public static readonly Field EnvironmentPassed = New("env.passed", "The name of an environment variable that is passed on from the user's environment.");
    public static readonly Field EnvironmentFile = New("envFile", "A file of environment variables.");
    public static readonly Field WorkingDirectory = New("cwd", "The working directory.");
    public static readonly Field Launcher = New("launcher", "The program that fetches or runs the server, without path and extension: npx, uvx, docker, node, bash, …");
    public static readonly Field Package = New("package", "The package that the launcher fetches, as it was written, version included.");
    public static readonly Field PackageName = New("package.name", "Its name without the version.");
    public static readonly Field PackageVersion = New("package.version", "The version, range or tag that was asked for; absent where none was.");
    public static readonly Field PackageEcosystem = New("package.ecosystem", "The launcher argument that decides the ecosystem; the key is npm, jsr, pypi, nuget, oci, go, git or url.");
    public static readonly Field Image = New("image", "The container image, tag and digest included.");
    public static readonly Field ImageTag = New("image.tag", "The tag of the image.");
    public static readonly Field ImageDigest = New("image.digest", "The digest of the image.");
    public static readonly Field LauncherFlag = New("flags.*", "A flag of the launcher itself, not of the server; the key is the flag, the value what it was given (or the flag again).");
    public static readonly Field Mount = New("mounts", "The host side of a container mount or of a path that is granted to the server.");
    public static readonly Field MountOptions = New("mounts.options", "A whole container mount as it was written, options included.");
    public static readonly Field Port = New("ports", "A published container port as it was written.");
    public static readonly Field Script = New("script", "The inner command of a shell, or the inline code of an interpreter.");
    public static readonly Field BridgeUrl = New("bridge.url", "The remote address that a bridge such as mcp-remote connects to.");
    public static readonly Field BridgeHeader = New("bridge.headers", "A header line that a bridge sends.");
    public static readonly Field AutoApprove = New("autoApprove", "A tool name, wildcard or switch that takes away the prompt before a call.");
    public static readonly Field Disabled = New("disabled", "Whether the entry is switched off.");
    public static readonly Field Transport = New("transport", "The transport that the entry names.");
    public static readonly Field ToolFilter = New("tools", "The tools that the entry allows or leaves out.");
    public static readonly Field Helper = New("helpers.*", "A command besides the server that the entry makes the client run; the key is the setting.");
    public static readonly Field Description = New("description", "The description that the entry carries.", isText: true);
    public static readonly Field Other = New("other", "Any scalar of a member that the client does not define.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Launch);

    public static readonly ImmutableArray<Field> All =
    [
        Command, Argument, Environment, EnvironmentPassed, EnvironmentFile, WorkingDirectory, Launcher, Package,
        PackageName, PackageVersion, PackageEcosystem, Image, ImageTag, ImageDigest, LauncherFlag, Mount,
        MountOptions, Port, Script, BridgeUrl, BridgeHeader, AutoApprove, Disabled, Transport, ToolFilter, Helper,
        Description, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Launch, name, doc, isText);
}
