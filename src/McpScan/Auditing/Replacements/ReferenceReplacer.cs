using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Puts a variable or an input of the client in the place of a secret's value.</summary>
internal static class ReferenceReplacer
{
    private const string Placeholder = "NAME";
    private const int MaxName = 60;

    public static Proposal? Propose(ReplacementInput input)
    {
        Proposal? proposal = null;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in input.Hits)
        {
            if (!hit.IsSecret || VariableOf(input, hit) is not { Length: > 0 } variable)
            {
                continue;
            }

            var reference = input.Client?.Reference?.Replace(Placeholder, input.Client.HasInputs ? IdOf(variable) : variable, StringComparison.Ordinal);
            proposal ??= new Proposal(Say(input.Client, variable, reference));
            if (reference is null || input.PathOf(hit) is not { } path || Layout.Replace(path.Leaf, hit.Span, reference) is not { } change || !taken.Add(variable))
            {
                continue;
            }

            if (!input.Client!.HasInputs)
            {
                proposal.Add([change]);
            }
            else if (Input(input.Client.Root, IdOf(variable)) is { } asked)
            {
                proposal.Add([change, .. asked]);
            }
        }

        return proposal;
    }

    private static string Say(ClientFacts? client, string variable, string? reference) =>
        reference is null
            ? $"Keep the value out of the file: let {variable} come from the environment or a secret store, then revoke the value that stood here."
            : client!.HasInputs
                ? $"Let the client ask for it and keep it: {reference}, with an input that has \"password\": true; then revoke the value that stood here."
                : $"Name a variable instead: {reference}; set {variable} outside the file, then revoke the value that stood here.";

    /// <summary>The input that must be declared besides; none where it is, null where there is no place that is surely understood.</summary>
    private static List<TextChange>? Input(DataNode root, string id)
    {
        if (root is not ObjectNode owner)
        {
            return null;
        }

        var entry = $"{{ \"type\": \"promptString\", \"id\": \"{id}\", \"description\": \"{id}\", \"password\": true }}";
        if (owner.Find("inputs") is not { } inputs)
        {
            return Layout.InsertMember(owner, $"\"inputs\": [{entry}]") is { } added ? [added] : null;
        }

        if (inputs.Value is not ArrayNode list)
        {
            return null;
        }

        foreach (var item in list.Items)
        {
            if (item["id"]?.AsString() == id)
            {
                return [];
            }
        }

        return Layout.InsertItem(list, entry) is { } change ? [change] : null;
    }

    /// <summary>The name of the variable: that which the value has already, else the server's with the header's, flag's or field's.</summary>
    private static string? VariableOf(ReplacementInput input, Hit hit)
    {
        var server = Words(input.Redact(input.Subject.Name.Raw));
        if (hit.Key is { } key && IsVariable(key.Value) && input.Redact(key.Value) == key.Value)
        {
            // A second entry with the name may hold another value, which one variable cannot.
            return Count(hit.Node.Source.Text, key.Value) > 1 ? Join(server, Words(key.Value)) : key.Value;
        }

        var own = hit.Key is { } header ? header.Value is "Authorization" or "Proxy-Authorization" ? "TOKEN" : Words(input.Redact(header.Value)) : Words(FlagBefore(input, hit));
        return Join(server, own.Length == 0 ? "SECRET" : own);
    }

    private static string FlagBefore(ReplacementInput input, Hit hit)
    {
        ScalarNode? previous = null;
        foreach (var entry in input.Subject.Select(LaunchFields.Argument))
        {
            if (entry.Node is not ScalarNode word)
            {
                continue;
            }

            if (word.ContentSpan.Contains(hit.Span))
            {
                var sign = word.Value.IndexOfAny(['=', ':']);
                return word.Value.StartsWith('-') && sign > 0 ? word.Value[..sign] : previous is { Value: ['-', ..] } ? previous.Value : "";
            }

            previous = word;
        }

        return "";
    }

    private static bool IsVariable(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_')
            {
                return false;
            }
        }

        return name.Length is > 0 and <= MaxName && !char.IsAsciiDigit(name[0]);
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0 && count < 2; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var isWhole = (at == 0 || !IsInName(text[at - 1])) && (at + word.Length == text.Length || !IsInName(text[at + word.Length]));
            count += isWhole ? 1 : 0;
        }

        return count;
    }

    private static bool IsInName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static string Join(string server, string own)
    {
        var name = $"{server}_{own}".Trim('_');
        name = name.Length > MaxName ? name[..MaxName] : name;
        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>Upper-case words joined by underscores; nothing else of a name that the audited side chose gets into a file.</summary>
    private static string Words(string name)
    {
        var words = new System.Text.StringBuilder();
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, MaxName)))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                words.Append(char.ToUpperInvariant(c));
            }
            else if (words.Length > 0 && words[^1] != '_')
            {
                words.Append('_');
            }
        }

        return words.ToString().Trim('_');
    }

    private static string IdOf(string variable) => variable.ToLowerInvariant().Replace('_', '-').Trim('-');
}
