using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Registry;

/// <summary>Models a package of a <c>server.json</c>, with what must be supplied to run it.</summary>
internal static class RegistryPackageModeler
{
    /// <summary>Adds the package and its inputs.</summary>
    public static void Add(DataNode package, ServerDraft server)
    {
        if (package is not ObjectNode)
        {
            server.Notices.Add(Notice.At(NoticeSeverity.Error, package.Source, package.Span, "This is not a package: a package is an object with an identifier."));
            return;
        }

        var entries = new EntryCollector(package, server.Notices);
        var name = (package["identifier"] ?? package["name"]) as ScalarNode;
        var ecosystem = package["registryType"] ?? package["registry_type"] ?? package["registry_name"];
        var inputs = new RegistryInputs(server);
        foreach (var member in package.Members)
        {
            Add(member, entries, inputs);
        }

        if (name is not null && ecosystem?.AsString() is { } type)
        {
            server.AddIdentity(PackageIdentity.Of(type, name.Value));
        }

        var shown = new Untrusted(name?.Value ?? "");
        server.Subjects.Add(new SubjectDraft(SubjectKind.Package, "package:" + shown.Raw, shown, name ?? package, package, entries.ToEntries()));
        server.Subjects.AddRange(inputs.ToDrafts());
        if (RegistryRuntime.Draft(package, shown.Raw) is { } launch)
        {
            server.Subjects.Add(launch);
        }
    }

    private static void Add(DataMember member, EntryCollector entries, RegistryInputs inputs)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "registryType" or "registry_type" or "registry_name":
                entries.AddOptional(PackageFields.Ecosystem, value);
                break;
            case "identifier" or "name":
                entries.AddOptional(PackageFields.Name, value);
                break;
            case "version":
                entries.AddOptional(PackageFields.Version, value);
                break;
            case "fileSha256" or "file_sha256":
                entries.AddOptional(PackageFields.Digest, value);
                break;
            case "registryBaseUrl" or "registry_base_url":
                entries.AddOptional(PackageFields.Source, value);
                break;
            case "runtimeHint" or "runtime_hint":
                entries.AddOptional(PackageFields.RuntimeHint, value);
                break;
            case "runtimeArguments" or "runtime_arguments":
                AddArguments(value, PackageFields.RuntimeArgument, entries, inputs);
                break;
            case "packageArguments" or "package_arguments":
                AddArguments(value, PackageFields.PackageArgument, entries, inputs);
                break;
            case "environmentVariables" or "environment_variables":
                inputs.AddAll("env", value);
                break;
            case "transport" when value is ObjectNode:
                AddTransport(value, entries, inputs);
                break;
            case "transport":
                entries.AddOptional(PackageFields.Transport, value);
                break;
            default:
                entries.Add(PackageFields.Other, member.Name, member.Name);
                entries.AddOptional(PackageFields.Other, value, member.Name);
                break;
        }
    }

    private static void AddTransport(DataNode transport, EntryCollector entries, RegistryInputs inputs)
    {
        foreach (var member in transport.Members)
        {
            switch (member.Name.Value)
            {
                case "type":
                    entries.AddOptional(PackageFields.Transport, member.Value);
                    break;
                case "headers":
                    inputs.AddAll("header", member.Value);
                    break;
                default:
                    entries.AddOptional(PackageFields.Other, member.Value, member.Name);
                    break;
            }
        }
    }

    /// <summary>What a launcher would see: the flag of a named argument, then its value where one is fixed or preset.</summary>
    private static void AddArguments(DataNode arguments, Field field, EntryCollector entries, RegistryInputs inputs)
    {
        foreach (var argument in arguments.Items)
        {
            if (argument is ScalarNode)
            {
                entries.Add(field, argument);
                continue;
            }

            var name = argument["name"] as ScalarNode;
            entries.AddOptional(field, name, name);
            entries.AddOptional(field, argument["value"] ?? argument["default"] ?? (name is null ? argument["valueHint"] ?? argument["value_hint"] : null), name);
            inputs.Add("argument", argument, name ?? (argument["valueHint"] ?? argument["value_hint"] ?? argument["value"]) as ScalarNode);
        }
    }
}
