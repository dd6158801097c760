using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds addresses whose host is in a list, or below an entry of it.</summary>
public sealed class ListedHost : ICheck
{
    private const int MaxText = 1 << 14;
    private const int MaxUrls = 16;
    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" /?#\"'\\");

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
        var text = scalar.Value;
        var at = text.IndexOf("://", StringComparison.Ordinal);
        for (var i = 0; i < MaxUrls && at >= 0; i++)
        {
            var (start, length) = Host(text, at + 3);
            if (IsListed(text.AsSpan(start, length).TrimEnd('.'), domains))
            {
                yield return Hit.In(scalar, start, length, entry.Key);
            }

            at = text.IndexOf("://", start + length, StringComparison.Ordinal);
        }
    }

    private static (int Start, int Length) Host(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny(AuthorityEnds) is >= 0 and var stop ? from + stop : text.Length;
        var at = end > from ? text.LastIndexOf('@', end - 1, end - from) : -1;
        var start = at < 0 ? from : at + 1;
        var port = text.IndexOf(':', start, end - start);
        return (start, (port < 0 ? end : port) - start);
    }

    private static bool IsListed(ReadOnlySpan<char> host, FrozenSet<string> domains)
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
