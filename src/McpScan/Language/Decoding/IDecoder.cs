namespace McpScan.Language.Decoding;

/// <summary>Finds parts of a text that may be a code, and decodes them. Whether the result says anything is decided by reading it.</summary>
internal interface IDecoder
{
    /// <summary>How reports call the code.</summary>
    string Name { get; }

    /// <summary>Whether a text of this profile may hold such a code.</summary>
    bool MayFind(RunProfile profile) => true;

    /// <summary>The parts of the text that decode to readable characters.</summary>
    IEnumerable<Decoded> Find(string text);
}

/// <summary>A part of a text and what it decodes to.</summary>
internal readonly record struct Decoded(int Start, int Length, string Text);
