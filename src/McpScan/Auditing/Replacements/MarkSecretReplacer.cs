using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>Declares an input secret, in the word of its format.</summary>
internal static class MarkSecretReplacer
{
    public static Proposal? Propose(ReplacementInput input)
    {
        if (input.Subject.Definition is not ObjectNode definition || Word(input.Subject) is not { } word)
        {
            return null;
        }

        var proposal = new Proposal($"Declare it: \"{word}\": true");
        if (definition.Find(word) is { Value: ScalarNode { Kind: ScalarKind.Boolean } declared })
        {
            proposal.Add([new TextChange(declared.Span, "true")]);
        }
        else if (definition.Find(word) is null && IsJson(definition) && Layout.InsertMember(definition, $"\"{word}\": true") is { } change)
        {
            proposal.Add([change]);
        }

        return proposal;
    }

    // server.json, VS Code's inputs, MCPB's user_config.
    private static string? Word(Subject input)
    {
        foreach (var role in input.Select(InputFields.Role))
        {
            switch (role.Key?.Value)
            {
                case "prompt":
                    return "password";
                case "setting":
                    return "sensitive";
                case "env" or "header" or "argument":
                    return "isSecret";
            }
        }

        return null;
    }

    private static bool IsJson(ObjectNode node) => node.Source.Text[node.Span.Start] == '{' && !node.Source.Path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase);
}
