using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A .NET project file: the package it makes, what it refers to, and the commands that its build runs.</summary>
/// <remarks>Conditions and properties are not evaluated: every value that is written counts.</remarks>
public sealed class NuGetProjectRecogniser : IRecogniser
{
    public string Kind => "dotnet-project";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (!artifact.FileName.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || artifact.Document?.Root is not ObjectNode root || root.Find("Project") is not { } project)
        {
            return null;
        }

        var package = new PackageDraft("nuget", project.Value);
        foreach (var group in project.Value.Members)
        {
            switch (group.Name.Value)
            {
                case "PropertyGroup":
                    foreach (var property in group.Value.Members)
                    {
                        AddProperty(package, property);
                    }

                    break;
                case "ItemGroup":
                    foreach (var item in group.Value.Members)
                    {
                        AddItem(package, item);
                    }

                    break;
                case "Target":
                    AddTarget(package, group);
                    break;
                case "Import":
                    package.Entries.AddOptional(PackageFields.Other, group.Value["@Project"]);
                    break;
            }
        }

        if (package.Name is null)
        {
            package.SetName(DerivedScalar.At(project.Name, artifact.FileName[..artifact.FileName.LastIndexOf('.')]));
        }

        return new ArtifactModel(Kind, [package.ToFragment()], [], package.Notices);
    }

    private static void AddProperty(PackageDraft package, DataMember property)
    {
        switch (property.Name.Value)
        {
            case "PackageId" when property.Value is ScalarNode { Value: var id } && !id.Contains("$(", StringComparison.Ordinal):
                package.SetName(property.Value);
                break;
            case "Version" or "PackageVersion" or "VersionPrefix":
                package.SetVersion(property.Value);
                break;
            case "Description":
                package.Entries.AddOptional(PackageFields.Description, property.Value);
                break;
            case "PackageLicenseExpression" or "PackageLicenseFile":
                package.Entries.AddOptional(PackageFields.License, property.Value);
                break;
            case "RepositoryUrl":
                package.Entries.AddOptional(PackageFields.RepositoryUrl, property.Value);
                break;
            case "RepositoryCommit":
                package.Entries.AddOptional(PackageFields.RepositoryCommit, property.Value);
                break;
            case "PackageType":
                package.IsMcp |= property.Value is ScalarNode { Value: var types } && types.Contains("McpServer", StringComparison.OrdinalIgnoreCase);
                package.Entries.AddOptional(PackageFields.Other, property.Value);
                break;
            case "ToolCommandName":
                package.IsMcp |= property.Value is ScalarNode { Value: var program } && PackageTraces.SaysMcp(program);
                package.Entries.AddOptional(PackageFields.Executable, property.Value, property.Value as ScalarNode);
                break;
            case "RestoreSources" or "RestoreAdditionalProjectSources":
                package.Entries.AddOptional(PackageFields.DependencySource, property.Value);
                break;
            case "PreBuildEvent" or "PostBuildEvent":
                package.Entries.AddOptional(PackageFields.Script, property.Value, property.Name);
                break;
            case "PackageTags":
                package.IsMcp |= property.Value is ScalarNode { Value: var tags } && PackageTraces.SaysMcp(tags);
                package.Entries.AddOptional(PackageFields.Other, property.Value);
                break;
            case "Authors" or "PackageProjectUrl" or "ProjectUrl" or "PackAsTool" or "OutputType":
                package.Entries.AddOptional(PackageFields.Other, property.Value);
                break;
        }
    }

    private static void AddItem(PackageDraft package, DataMember item)
    {
        if (item.Name.Value is not ("PackageReference" or "GlobalPackageReference") || (item.Value["@Include"] ?? item.Value["@Update"]) is not ScalarNode id)
        {
            return;
        }

        package.IsMcp |= PackageTraces.IsNuGetLibrary(id.Value);
        package.Entries.AddOptional(PackageFields.Dependency, item.Value["@Version"] ?? item.Value["Version"] ?? item.Value["@VersionOverride"] ?? id.Slice(id.Value.Length, 0), id);
    }

    /// <summary>The commands of a target, under its name.</summary>
    private static void AddTarget(PackageDraft package, DataMember target)
    {
        foreach (var task in target.Value.Members)
        {
            if (task.Name.Value == "Exec")
            {
                package.Entries.AddOptional(PackageFields.Script, task.Value["@Command"], target.Value["@Name"] as ScalarNode ?? target.Name);
            }
        }
    }
}
