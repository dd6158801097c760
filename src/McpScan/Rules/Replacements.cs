using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>The ways in which a finding can be mended by the program; a rule names one under <c>replacement</c>.</summary>
public static class Replacements
{
    /// <summary>
    /// pin: an exact version or digest. reference: a variable or input instead of a secret. remove: without the option or variable.
    /// ask-first: the client asks again. encrypt: https or wss. loopback: the machine itself only. narrow-mount: the open folder only.
    /// mark-secret: the input is declared secret.
    /// </summary>
    public static readonly ImmutableArray<string> All = ["pin", "reference", "remove", "ask-first", "encrypt", "loopback", "narrow-mount", "mark-secret"];
}
