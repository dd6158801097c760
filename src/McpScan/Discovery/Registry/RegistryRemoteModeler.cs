using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Registry;

/// <summary>Models a remote endpoint of a <c>server.json</c> or a Server Card, with what must be supplied to reach it.</summary>
internal static class RegistryRemoteModeler
{
    /// <summary>Adds the remote and its inputs.</summary>
    public static void Add(DataNode remote, ServerDraft server)
    {
        if (remote is not ObjectNode)
        {
            server.Notices.Add(Notice.At(NoticeSeverity.Error, remote.Source, remote.Span, "This is not a remote: a remote is an object with a url."));
            return;
        }

        var entries = new EntryCollector(remote, server.Notices);
        var inputs = new RegistryInputs(server);
        foreach (var member in remote.Members)
        {
            var value = member.Value;
            switch (member.Name.Value)
            {
                case "url":
                    entries.AddOptional(RemoteFields.Url, value);
                    break;
                case "type" or "transport_type":
                    entries.AddOptional(RemoteFields.Transport, value);
                    break;
                case "headers":
                    AddHeaders(value, entries);
                    inputs.AddAll("header", value);
                    break;
                case "variables" when value is ObjectNode:
                    inputs.AddVariables(value);
                    break;
                case "supportedProtocolVersions":
                    server.Entries.AddOptional(ServerFields.ProtocolVersion, value);
                    break;
                default:
                    entries.Add(RemoteFields.Other, member.Name, member.Name);
                    entries.AddOptional(RemoteFields.Other, value, member.Name);
                    break;
            }
        }

        var url = remote["url"] as ScalarNode;
        var shown = new Untrusted(url?.Value ?? "");
        server.Subjects.Add(new SubjectDraft(SubjectKind.Remote, "remote:" + shown.Raw, shown, url ?? remote, remote, entries.ToEntries()));
        server.Subjects.AddRange(inputs.ToDrafts());
    }

    private static void AddHeaders(DataNode headers, EntryCollector entries)
    {
        foreach (var header in headers.Items)
        {
            if (header["name"] is not ScalarNode name)
            {
                continue;
            }

            if ((header["value"] ?? header["default"]) is ScalarNode value)
            {
                entries.Add(RemoteFields.Header, value, name);
            }
            else
            {
                entries.Add(RemoteFields.EnvironmentHeader, name, name);
            }
        }
    }
}
