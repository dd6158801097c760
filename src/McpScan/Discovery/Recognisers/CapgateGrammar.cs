using System.Globalization;

namespace McpScan.Discovery.Recognisers;

/// <summary>The capability grammar 0.0 of capgate: <c>kind:actions:scope[?key=value&amp;…]</c>. Quoted parts may hold colons.</summary>
public static class CapgateGrammar
{
    /// <summary>Why a capability does not follow the grammar, as a sentence; null where it does.</summary>
    public static string? FindProblem(string capability)
    {
        var parts = Split(capability);
        if (parts.Count < 2)
        {
            return "A capability needs a kind and a scope, such as 'fs:read:/data/**'.";
        }

        return parts[0] switch
        {
            "fs" => FindShapeProblem(parts, 3, 3, "fs:<actions>:<path>") ?? FindActionProblem(parts[1], ["read", "write", "create", "delete"])
                ?? (parts[2].StartsWith('/') ? null : "A path in a capability must be absolute."),
            "net" => FindShapeProblem(parts, 3, 4, "net:connect:<host>[:<port>]") ?? FindActionProblem(parts[1], ["connect"])
                ?? (parts.Count == 3 || IsPort(parts[3]) ? null : "A port in a capability must be a number from 1 to 65535."),
            "exec" => FindShapeProblem(parts, 3, 3, "exec:spawn:<program>") ?? FindActionProblem(parts[1], ["spawn"])
                ?? (parts[2].Contains('/', StringComparison.Ordinal) ? "A program in a capability is a name without folders." : null),
            "env" => FindShapeProblem(parts, 3, 3, "env:<actions>:<NAME>") ?? FindActionProblem(parts[1], ["read", "inject"])
                ?? (IsVariable(parts[2]) ? null : "An environment variable in a capability is written in upper case with underscores."),
            "ipc" => FindShapeProblem(parts, 3, 3, "ipc:connect:<socket>") ?? FindActionProblem(parts[1], ["connect"]),
            "clock" => FindShapeProblem(parts, 2, 2, "clock:<source>") ?? (parts[1] is "system" or "tzdata" ? null : "A clock in a capability is 'system' or 'tzdata'."),
            "assert" => null,
            _ => "The kind of a capability is one of fs, net, exec, env, ipc, clock, assert.",
        };
    }

    /// <summary>The parts between colons outside quotes, without the refinements behind a question mark.</summary>
    private static List<string> Split(string capability)
    {
        var refinements = capability.IndexOf('?', StringComparison.Ordinal);
        var body = refinements < 0 ? capability : capability[..refinements];
        List<string> parts = [];
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= body.Length && parts.Count < 8; i++)
        {
            if (i < body.Length && body[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == body.Length || (body[i] == ':' && !quoted))
            {
                parts.Add(body[start..i]);
                start = i + 1;
            }
        }

        return parts;
    }

    private static string? FindShapeProblem(List<string> parts, int least, int most, string shape) =>
        parts.Count >= least && parts.Count <= most ? null : $"A capability of the kind '{parts[0]}' is written '{shape}'.";

    private static string? FindActionProblem(string actions, string[] allowed)
    {
        foreach (var action in actions.Split(','))
        {
            if (Array.IndexOf(allowed, action.Trim()) < 0)
            {
                return $"An action of this kind of capability is one of: {string.Join(", ", allowed)}.";
            }
        }

        return null;
    }

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;

    private static bool IsVariable(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!(char.IsAsciiLetterUpper(name[i]) || name[i] == '_' || (i > 0 && char.IsAsciiDigit(name[i]))))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
