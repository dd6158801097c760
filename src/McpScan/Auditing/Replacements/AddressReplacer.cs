using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Replaces addresses: clear text by TLS, all interfaces by the machine itself.</summary>
internal static class AddressReplacer
{
    public static Proposal? Encrypt(ReplacementInput input) => Propose(input, static (text, _) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? ("http", "https")
        : text.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) ? ("ws", "wss")
        : null, "Reach it over TLS");

    public static Proposal? Loopback(ReplacementInput input) => Propose(input, static (text, isPort) =>
        text.StartsWith("0.0.0.0", StringComparison.Ordinal) ? ("0.0.0.0", "127.0.0.1")
        : text.StartsWith("[::]", StringComparison.Ordinal) ? ("[::]", "[::1]")
        : text.StartsWith("::", StringComparison.Ordinal) ? ("::", "::1")
        : isPort && text.Length > 0 && char.IsAsciiDigit(text[0]) ? ("", "127.0.0.1:")
        : null, "Listen on this machine only");

    private static Proposal? Propose(ReplacementInput input, Func<string, bool, (string Old, string New)?> replace, string advice)
    {
        Proposal? proposal = null;
        foreach (var hit in input.Hits)
        {
            var isPort = IsPort(input.Subject, hit);
            var text = hit.Node.Source.ToString(hit.Span);

            // The evidence may begin with the option: '--host=0.0.0.0'.
            var skipped = text.StartsWith('-') ? text.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
            if (replace(text[skipped..], isPort) is not var (old, better))
            {
                continue;
            }

            proposal ??= new Proposal($"{advice}: {better}{Shown(text[(skipped + old.Length)..])}");
            var span = new TextSpan(hit.Span.Start + skipped, old.Length);
            if (input.PathOf(hit.Node.Source, span) is { } path && Layout.Replace(path.Leaf, span, better) is { } change)
            {
                proposal.Add([change]);
            }
        }

        return proposal;
    }

    private static string Shown(string rest) => rest.Length > 100 ? rest[..100] + "…" : rest;

    private static bool IsPort(Subject subject, Hit hit)
    {
        foreach (var entry in subject.Select(LaunchFields.Port))
        {
            if (entry.Node is ScalarNode port && port.ContentSpan.Contains(hit.Span))
            {
                return true;
            }
        }

        return false;
    }
}
