using McpScan.Language;

namespace McpScan.Checks.Capabilities;

/// <summary>Where in a sentence the reader stands: before its first verb, or behind a comma or <c>and</c> where a further verb may follow.</summary>
internal struct SentenceState
{
    private bool _isJoined;
    private bool _isBehindStop;

    public SentenceState()
    {
    }

    /// <summary>Whether no verb has come yet, and nothing that could not stand before one.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The form of the first verb.</summary>
    public VerbForms Form { get; private set; }

    /// <summary>Takes a word; says whether a verb may stand here.</summary>
    public bool Enter(Token token, ReadOnlySpan<char> word)
    {
        if (token.Break)
        {
            (IsOpen, _isJoined, _isBehindStop, Form) = (true, false, false, VerbForms.None);
        }

        // Behind a preposition a comma mostly enumerates nouns.
        _isJoined |= token.Comma && !_isBehindStop;
        if (IsConjunction(word))
        {
            _isJoined = true;
            return false;
        }

        return IsOpen || _isJoined;
    }

    /// <summary>Notes a verb.</summary>
    public void Acted(VerbForms form)
    {
        Form = IsOpen ? form : Form;
        (IsOpen, _isJoined, _isBehindStop) = (false, false, false);
    }

    /// <summary>Notes a word that is no verb.</summary>
    public void Pass(Token token, ReadOnlySpan<char> word)
    {
        if (IsConjunction(word))
        {
            return;
        }

        var isAdverb = word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);
        IsOpen &= token.Sense.Has(Marks.Opener) || isAdverb;
        _isJoined &= isAdverb;
        _isBehindStop |= token.Sense.Has(Marks.Stop);
    }

    private static bool IsConjunction(ReadOnlySpan<char> word) => word is "and" or "or" or "then" or "And" or "AND" or "OR";
}
