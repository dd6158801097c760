using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A <c>.nuspec</c>: the metadata of a NuGet package, with its package types and dependencies.</summary>
public sealed class NuGetSpecRecogniser : IRecogniser
{
    public string Kind => "nuspec";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root?["package"]?["metadata"] is not ObjectNode metadata || !artifact.FileName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var package = new PackageDraft("nuget", metadata);
        foreach (var member in metadata.Members)
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
            case "id":
                package.SetName(member.Value);
                break;
            case "version":
                package.SetVersion(member.Value);
                break;
            case "description" or "summary":
                entries.AddOptional(PackageFields.Description, member.Value);
                break;
            case "license":
                entries.AddOptional(PackageFields.License, member.Value["#text"] ?? member.Value);
                break;
            case "repository" when member.Value is ObjectNode:
                entries.AddOptional(PackageFields.RepositoryUrl, member.Value["@url"]);
                entries.AddOptional(PackageFields.RepositoryCommit, member.Value["@commit"]);
                break;
            case "packageTypes":
                foreach (var type in member.Value.Members)
                {
                    package.IsMcp |= type.Value["@name"] is ScalarNode { Value: var name } && name.Equals("McpServer", StringComparison.OrdinalIgnoreCase);
                    entries.AddOptional(PackageFields.Other, type.Value["@name"]);
                }

                break;
            case "dependencies":
                AddDependencies(package, member.Value);
                foreach (var group in member.Value.Members)
                {
                    AddDependencies(package, group.Value);
                }

                break;
            case "tags":
                package.IsMcp |= member.Value is ScalarNode { Value: var tags } && PackageTraces.SaysMcp(tags);
                entries.AddOptional(PackageFields.Other, member.Value);
                break;
            case "authors" or "owners" or "projectUrl" or "title" or "readme" or "releaseNotes" or "requireLicenseAcceptance":
                entries.AddOptional(PackageFields.Other, member.Value);
                break;
        }
    }

    private static void AddDependencies(PackageDraft package, DataNode list)
    {
        foreach (var member in list.Members)
        {
            if (member.Name.Value == "dependency" && member.Value["@id"] is ScalarNode id)
            {
                package.IsMcp |= PackageTraces.IsNuGetLibrary(id.Value);
                package.Entries.AddOptional(PackageFields.Dependency, member.Value["@version"] ?? id.Slice(id.Value.Length, 0), id);
            }
        }
    }
}
