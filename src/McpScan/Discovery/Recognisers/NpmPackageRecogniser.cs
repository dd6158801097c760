using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A <c>package.json</c>: identity, scripts, programs and what is installed with it. Development dependencies count as a trace of MCP only.</summary>
public sealed class NpmPackageRecogniser : IRecogniser
{
    public string Kind => "npm-package";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.FileName != "package.json" || artifact.Document?.Root is not ObjectNode root)
        {
            return null;
        }

        var package = new PackageDraft("npm", root);
        foreach (var member in root.Members)
        {
            Add(package, member);
        }

        return new ArtifactModel(Kind, [package.ToFragment()], [], package.Notices);
    }

    private static void Add(PackageDraft package, DataMember member)
    {
        var entries = package.Entries;
        switch (member.Name.Value)
        {
            case "name":
                package.SetName(member.Value);
                break;
            case "version":
                package.SetVersion(member.Value);
                break;
            case "mcpName":
                package.SetMcpName(member.Value);
                break;
            case "description":
                entries.AddOptional(PackageFields.Description, member.Value);
                break;
            case "license" or "licenses":
                entries.AddOptional(PackageFields.License, member.Value["type"] ?? member.Value);
                break;
            case "repository":
                entries.AddOptional(PackageFields.RepositoryUrl, member.Value["url"] ?? member.Value);
                break;
            case "keywords":
                AddKeywords(package, member.Value);
                break;
            case "scripts":
                entries.AddMembers(PackageFields.Script, member.Value);
                break;
            case "bin":
                AddExecutables(package, member);
                break;
            case "dependencies" or "optionalDependencies" or "peerDependencies":
                entries.AddMembers(PackageFields.Dependency, member.Value);
                FindLibraries(package, member.Value);
                break;
            case "devDependencies":
                FindLibraries(package, member.Value);
                break;
            case "publishConfig":
                entries.AddOptional(PackageFields.Source, member.Value["registry"]);
                break;
            case "main" or "module" or "type" or "private" or "homepage" or "author" or "contributors" or "maintainers" or "files" or "engines" or "os" or "cpu"
                or "bundleDependencies" or "bundledDependencies" or "overrides" or "resolutions" or "gypfile" or "deprecated" or "gitHead" or "workspaces":
                entries.AddOptional(PackageFields.Other, member.Value);
                break;
        }
    }

    private static void AddKeywords(PackageDraft package, DataNode keywords)
    {
        package.Entries.AddOptional(PackageFields.Other, keywords);
        foreach (var keyword in keywords.Items)
        {
            package.IsMcp |= keyword.AsString() is { } word && PackageTraces.SaysMcp(word);
        }
    }

    /// <summary>A map of names to files, or one file that is installed under the package's own name.</summary>
    private static void AddExecutables(PackageDraft package, DataMember bin)
    {
        if (bin.Value is not ObjectNode)
        {
            package.Entries.AddOptional(PackageFields.Executable, bin.Value, package.Name ?? bin.Name);
            return;
        }

        package.Entries.AddMembers(PackageFields.Executable, bin.Value);
        foreach (var program in bin.Value.Members)
        {
            package.IsMcp |= PackageTraces.SaysMcp(program.Name.Value);
        }
    }

    private static void FindLibraries(PackageDraft package, DataNode dependencies)
    {
        foreach (var dependency in dependencies.Members)
        {
            package.IsMcp |= PackageTraces.IsNpmLibrary(dependency.Name.Value);
        }
    }
}
