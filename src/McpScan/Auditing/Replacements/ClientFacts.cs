using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>What the client of a configuration understands in values.</summary>
/// <param name="Root">The root of the configuration.</param>
/// <param name="Name">What a person calls the client; null for one that is not known.</param>
/// <param name="Reference">How a value names a variable, with NAME in its place, such as <c>${env:NAME}</c>; null where the client knows none.</param>
/// <param name="Workspace">The variable for the open folder, or null.</param>
internal sealed record ClientFacts(DataNode Root, string? Name, string? Reference, string? Workspace)
{
    /// <summary>Whether the client asks for values at the first start and keeps them outside the file.</summary>
    public bool HasInputs => Reference is not null && Reference.StartsWith("${input:", StringComparison.Ordinal);

    /// <summary>The clients of an inventory by their configurations.</summary>
    public static Dictionary<SourceText, ClientFacts> Of(Inventory inventory)
    {
        var facts = new Dictionary<SourceText, ClientFacts>();
        foreach (var subject in inventory.Others)
        {
            if (subject.Kind == SubjectKind.Client)
            {
                facts.TryAdd(subject.Definition.Source, Of(subject));
            }
        }

        return facts;
    }

    private static ClientFacts Of(Subject client)
    {
        var id = client.FirstText(ClientFields.Client);
        foreach (var entry in Lists.BuiltIn.Entries("clients") is { } clients ? clients.Items : [])
        {
            if (entry["id"]?.AsString() == id)
            {
                return new ClientFacts(client.Definition, entry["name"]?.AsString(), entry["reference"]?.AsString(), entry["workspace"]?.AsString());
            }
        }

        return new ClientFacts(client.Definition, null, null, null);
    }
}
