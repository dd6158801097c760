using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A <c>pyproject.toml</c>: PEP 621 or Poetry metadata, programs, requirements, build system and the indexes they come from.</summary>
public sealed class PythonProjectRecogniser : IRecogniser
{
    public string Kind => "python-project";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.FileName != "pyproject.toml" || artifact.Document?.Root is not ObjectNode root)
        {
            return null;
        }

        var package = new PackageDraft("pypi", root);
        foreach (var table in root.Members)
        {
            switch (table.Name.Value)
            {
                case "project":
                    AddProject(package, table.Value);
                    break;
                case "build-system":
                    AddRequirements(package, table.Value["requires"]);
                    package.Entries.AddOptional(PackageFields.Other, table.Value["build-backend"]);
                    package.Entries.AddOptional(PackageFields.Other, table.Value["backend-path"]);
                    break;
                case "tool":
                    AddPoetry(package, table.Value["poetry"]);
                    AddUv(package, table.Value["uv"]);
                    AddSources(package, table.Value["pdm"]?["source"]);
                    break;
            }
        }

        return new ArtifactModel(Kind, [package.ToFragment()], [], package.Notices);
    }

    private static void AddProject(PackageDraft package, DataNode project)
    {
        foreach (var member in project.Members)
        {
            switch (member.Name.Value)
            {
                case "dependencies":
                    AddRequirements(package, member.Value);
                    break;
                case "optional-dependencies":
                    foreach (var group in member.Value.Members)
                    {
                        AddRequirements(package, group.Value);
                    }

                    break;
                case "scripts" or "gui-scripts":
                    AddPrograms(package, member.Value);
                    break;
                case "entry-points":
                    foreach (var group in member.Value.Members)
                    {
                        package.Entries.AddMembers(PackageFields.Executable, group.Value);
                    }

                    break;
                case "urls":
                    AddAddresses(package, member.Value);
                    break;
                default:
                    AddMetadata(package, member);
                    break;
            }
        }
    }

    /// <summary>What PEP 621 and Poetry name alike.</summary>
    private static void AddMetadata(PackageDraft package, DataMember member)
    {
        switch (member.Name.Value)
        {
            case "name":
                package.SetName(member.Value);
                break;
            case "version":
                package.SetVersion(member.Value);
                break;
            case "description":
                package.Entries.AddOptional(PackageFields.Description, member.Value);
                break;
            case "license":
                package.Entries.AddOptional(PackageFields.License, member.Value["text"] ?? member.Value);
                break;
            case "repository":
                package.Entries.AddOptional(PackageFields.RepositoryUrl, member.Value);
                break;
            case "keywords":
                foreach (var keyword in member.Value.Items)
                {
                    package.IsMcp |= keyword.AsString() is { } word && PackageTraces.SaysMcp(word);
                }

                goto default;
            default:
                package.Entries.AddOptional(PackageFields.Other, member.Value);
                break;
        }
    }

    private static void AddPoetry(PackageDraft package, DataNode? poetry)
    {
        if (poetry is null)
        {
            return;
        }

        foreach (var member in poetry.Members)
        {
            switch (member.Name.Value)
            {
                case "dependencies":
                    AddPoetryDependencies(package, member.Value);
                    break;
                case "group" or "dev-dependencies" or "packages" or "include" or "exclude" or "extras":
                    break;
                case "scripts":
                    AddPrograms(package, member.Value);
                    break;
                case "source":
                    AddSources(package, member.Value);
                    break;
                default:
                    AddMetadata(package, member);
                    break;
            }
        }
    }

    /// <summary>A range, or a table with <c>version</c>, <c>git</c>, <c>url</c>, <c>path</c>, <c>source</c>; several tables for several platforms.</summary>
    private static void AddPoetryDependencies(PackageDraft package, DataNode dependencies)
    {
        foreach (var member in dependencies.Members)
        {
            if (member.Name.Value == "python")
            {
                continue;
            }

            NoteLibrary(package, member.Name.Value);
            if (member.Value is ScalarNode)
            {
                package.Entries.AddOptional(PackageFields.Dependency, member.Value, member.Name);
                continue;
            }

            AddPoetryTable(package, member.Name, member.Value);
            foreach (var table in member.Value.Items)
            {
                AddPoetryTable(package, member.Name, table);
            }
        }
    }

    private static void AddPoetryTable(PackageDraft package, ScalarNode name, DataNode table)
    {
        package.Entries.AddOptional(PackageFields.Dependency, table["version"] ?? table["git"] ?? table["url"] ?? table["path"], name);
        package.Entries.AddOptional(PackageFields.DependencySource, table["git"]);
        package.Entries.AddOptional(PackageFields.DependencySource, table["url"]);
    }

    private static void AddUv(PackageDraft package, DataNode? uv)
    {
        if (uv is null)
        {
            return;
        }

        AddSources(package, uv["index"]);
        foreach (var setting in (ReadOnlySpan<string>)["index-url", "extra-index-url", "find-links"])
        {
            package.Entries.AddOptional(PackageFields.DependencySource, uv[setting]);
        }

        foreach (var source in uv["sources"] is ObjectNode sources ? sources.Members : [])
        {
            package.Entries.AddOptional(PackageFields.DependencySource, source.Value["git"]);
            package.Entries.AddOptional(PackageFields.DependencySource, source.Value["url"]);
        }
    }

    private static void AddSources(PackageDraft package, DataNode? sources)
    {
        if (sources is null)
        {
            return;
        }

        foreach (var source in sources.Items)
        {
            package.Entries.AddOptional(PackageFields.DependencySource, source["url"]);
        }
    }

    private static void AddRequirements(PackageDraft package, DataNode? requirements)
    {
        if (requirements is null)
        {
            return;
        }

        foreach (var item in requirements.Items)
        {
            if (item is not ScalarNode scalar || PackageRequirement.Split(scalar) is not var (name, range))
            {
                package.Entries.AddOptional(PackageFields.Other, item);
                continue;
            }

            NoteLibrary(package, name.Value);
            package.Entries.AddOptional(PackageFields.Dependency, range, name);
            if (range.Value.Contains("://", StringComparison.Ordinal))
            {
                package.Entries.AddOptional(PackageFields.DependencySource, range);
            }
        }
    }

    private static void AddPrograms(PackageDraft package, DataNode programs)
    {
        package.Entries.AddMembers(PackageFields.Executable, programs);
        foreach (var program in programs.Members)
        {
            package.IsMcp |= PackageTraces.SaysMcp(program.Name.Value);
        }
    }

    private static void AddAddresses(PackageDraft package, DataNode addresses)
    {
        foreach (var address in addresses.Members)
        {
            var isSource = address.Name.Value.ToUpperInvariant() is "REPOSITORY" or "SOURCE" or "SOURCE CODE" or "GITHUB" or "CODE";
            package.Entries.AddOptional(isSource ? PackageFields.RepositoryUrl : PackageFields.Other, address.Value);
        }
    }

    private static void NoteLibrary(PackageDraft package, string name) =>
        package.IsMcp |= PackageTraces.IsPythonLibrary(PackageIdentity.Of("pypi", name)["pypi:".Length..]);
}
