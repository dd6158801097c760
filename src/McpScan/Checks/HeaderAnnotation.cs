using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds an <c>x-mcp-header</c> that MCP 2026-07-28 forbids: clients of streamable HTTP must reject the whole tool then.</summary>
public sealed class HeaderAnnotation : ICheck
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    public string Name => "header-annotation";

    public string Summary => "Finds an x-mcp-header that is no header name (RFC 9110 token), stands on a parameter that is not a string, integer or boolean, or is given twice.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is { Node: ScalarNode header } entry && Problem(header, entry.Key, input.Subject) is { } problem)
        {
            yield return Hit.On(header, entry.Key) with { Values = ImmutableDictionary<string, string>.Empty.Add("problem", problem) };
        }
    }

    private static string? Problem(ScalarNode header, ScalarNode? parameter, Subject tool)
    {
        if (header.Kind != ScalarKind.String || !IsToken(header.Value))
        {
            return "is not the name of a header";
        }

        foreach (var entry in tool.Entries)
        {
            if (ReferenceEquals(entry.Field, ToolFields.ParameterHeader) && entry.Node is ScalarNode other)
            {
                if (ReferenceEquals(other, header))
                {
                    break;
                }

                if (other.Value.Equals(header.Value, StringComparison.OrdinalIgnoreCase))
                {
                    return "is given to two parameters";
                }
            }
        }

        foreach (var entry in tool.Entries)
        {
            if (ReferenceEquals(entry.Field, ToolFields.Parameter) && ReferenceEquals(entry.Key, parameter))
            {
                return entry.Node["type"] is ScalarNode { Value: "string" or "integer" or "boolean" } ? null : "stands on a parameter that is not a string, an integer or a boolean";
            }
        }

        return null;
    }

    private static bool IsToken(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !TokenMarks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
