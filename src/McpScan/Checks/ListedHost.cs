using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Finds addresses whose host is in a list, or below an entry of it.</summary>
public sealed class ListedHost : ICheck
{
    private const int MaxText = 1 << 14;
    private const int MaxUrls = 16;

    public string Name => "listed-host";

    public string Summary => "The host of an address in the value is an entry of a list under catalogs/lists/, or a name below one.";

    public ImmutableArray<CheckParameter> Parameters => [new CheckParameter("list", "The list of domains.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Value.Length: < MaxText } scalar } entry)
        {
            yield break;
        }

        var domains = input.Lists.Set(input.Arguments.Text("list", ""));
        foreach (var host in UrlHosts.Find(scalar.Value, MaxUrls))
        {
            if (IsListed(scalar.Value.AsSpan(host.Start, host.Length).TrimEnd('.'), domains))
            {
                yield return Hit.In(scalar, host.Start, host.Length, entry.Key);
            }
        }
    }

    private static bool IsListed(ReadOnlySpan<char> host, HashSet<string> domains)
    {
        var look = domains.GetAlternateLookup<ReadOnlySpan<char>>();
        while (host.Length > 3)
        {
            if (look.Contains(host))
            {
                return true;
            }

            var dot = host.IndexOf('.');
            host = dot < 0 ? [] : host[(dot + 1)..];
        }

        return false;
    }
}
