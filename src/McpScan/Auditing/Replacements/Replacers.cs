namespace McpScan.Auditing;

/// <summary>The replacers by the names that rules call them; <see cref="Rules.Replacements"/> lists the same names.</summary>
internal static class Replacers
{
    /// <summary>What a replacer proposes; null where it knows nothing better than the rule's advice.</summary>
    public static Proposal? Propose(string name, ReplacementInput input) => name switch
    {
        "pin" => PinReplacer.Propose(input),
        "reference" => ReferenceReplacer.Propose(input),
        "remove" => RemoveReplacer.Propose(input),
        "ask-first" => AskFirstReplacer.Propose(input),
        "encrypt" => AddressReplacer.Encrypt(input),
        "loopback" => AddressReplacer.Loopback(input),
        "narrow-mount" => NarrowMountReplacer.Propose(input),
        "mark-secret" => MarkSecretReplacer.Propose(input),
        _ => throw new InvalidOperationException("Rules.Replacements names a replacer that does not exist."),
    };
}
