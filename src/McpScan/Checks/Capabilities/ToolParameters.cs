using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>The parameters of a tool that carry more than data: commands, code, statements, addresses and paths.</summary>
internal sealed class ToolParameters
{
    private static readonly HashSet<string> Commands = Lists.BuiltIn.Set("command-parameters");
    private static readonly HashSet<string> Codes = Lists.BuiltIn.Set("code-parameters");
    private static readonly HashSet<string> Queries = Lists.BuiltIn.Set("query-parameters");
    private static readonly HashSet<string> Addresses = Lists.BuiltIn.Set("url-parameters");
    private static readonly HashSet<string> Paths = Lists.BuiltIn.Set("path-parameters");
    private static readonly HashSet<string> OtherPaths = new(StringComparer.OrdinalIgnoreCase) { "xpath", "jsonpath", "classpath", "urlpath", "svgpath", "apipath", "keypath" };
    private static readonly HashSet<string> Elsewhere = Lists.BuiltIn.Set("remote-container-parameters");

    public Parameter? Command { get; private set; }

    public Parameter? Code { get; private set; }

    public Parameter? Query { get; private set; }

    public Parameter? Address { get; private set; }

    public Parameter? Path { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a parameter names a repository, a bucket, a drive: its paths are not paths of the server's machine.</summary>
    public bool IsElsewhere { get; private set; }

    public static ToolParameters Of(Subject tool)
    {
        var all = new ToolParameters();
        foreach (var entry in tool.Entries)
        {
            if (ReferenceEquals(entry.Field, ToolFields.ParameterName) && entry.Node is ScalarNode name)
            {
                all.Count++;
                all.Add(name, null);
            }
            else if (ReferenceEquals(entry.Field, ToolFields.Parameter) && entry.Key is { } key)
            {
                all.Add(key, entry.Node);
            }
        }

        return all;
    }

    private void Add(ScalarNode name, DataNode? schema)
    {
        var plain = ParameterBounds.Plain(name.Value);
        if (schema is null)
        {
            IsElsewhere |= Elsewhere.Contains(plain);
            return;
        }

        if (Commands.Contains(plain))
        {
            Command ??= new Parameter(name, schema);
        }
        else if (Addresses.Contains(plain) && !plain.Equals("address", StringComparison.OrdinalIgnoreCase))
        {
            Address ??= new Parameter(name, schema);
        }
        else if (Paths.Contains(plain) || (plain.EndsWith("path", StringComparison.OrdinalIgnoreCase) && !OtherPaths.Contains(plain)))
        {
            Path ??= new Parameter(name, schema);
        }
        else if (Queries.Contains(plain))
        {
            Query ??= new Parameter(name, schema);
        }

        if (Codes.Contains(plain))
        {
            Code ??= new Parameter(name, schema);
        }
    }
}

/// <summary>A parameter with its schema.</summary>
/// <param name="Name">Its name where it is written.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record Parameter(ScalarNode Name, DataNode Schema)
{
    public bool TakesAnyText { get; } = Schema is ObjectNode && ParameterBounds.TakesAnyText(Schema);

    public CapabilityEvidence Evidence => CapabilityEvidence.Of(Name, Name);
}
