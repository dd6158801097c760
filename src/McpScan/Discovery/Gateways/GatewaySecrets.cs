using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Gateways;

/// <summary>Reads the secrets of a gateway's server: values, or references with who puts the value in, <c>{ref, injected_by}</c>, by name or in a list.</summary>
internal static class GatewaySecrets
{
    public static void Read(ServerDraft server, DataMember section)
    {
        var injector = section.Value["injected_by"] ?? section.Value["injectedBy"];
        var secret = section.Name.Value is "secrets" or "credentials" ? section.Name : null;
        foreach (var (name, value) in GatewayEntries.Of(section.Value))
        {
            if (name.Value is "injected_by" or "injectedBy" or "provider" or "store")
            {
                continue;
            }

            var draft = InputModeler.Draft("env", name, value, server.Notices, secret: secret);
            var entries = new EntryCollector(value, server.Notices);
            foreach (var member in value.Members)
            {
                if (FieldOf(member.Name.Value) is { } field)
                {
                    entries.AddOptional(field, member.Value);
                }
            }

            entries.AddOptional(InputFields.InjectedBy, injector);
            server.Subjects.Add(draft with { Entries = draft.Entries.AddRange(entries.ToEntries()) });
        }
    }

    private static Field? FieldOf(string name) => name switch
    {
        "ref" or "from" or "source" or "vault" or "secret_ref" or "secretRef" or "path" or "uri" => InputFields.Source,
        "injected_by" or "injectedBy" or "injector" or "inject" => InputFields.InjectedBy,
        _ => null,
    };
}
