using System.Collections.Immutable;

namespace McpScan.Checks;

/// <summary>Every check that rules can name. A new check is one file and one line here.</summary>
public static class All
{
    public static readonly ImmutableArray<ICheck> Checks =
    [
        new ForeignTool(),
        new KnownSecret(),
        new ListedHost(),
        new LiteralSecret(),
        new SecretArgument(),
        new SecretName(),
        new SentenceCheck(),
        new UrlSecret(),
    ];

    /// <summary>A check by name, or null.</summary>
    public static ICheck? Find(string name)
    {
        foreach (var check in Checks)
        {
            if (check.Name == name)
            {
                return check;
            }
        }

        return null;
    }
}
