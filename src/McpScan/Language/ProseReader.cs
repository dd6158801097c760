using System.Collections.Concurrent;
using System.Globalization;
using McpScan.Language.Decoding;
using McpScan.Syntax;

namespace McpScan.Language;

/// <summary>Reads texts: normalises them, decodes what is encoded in them, and makes statements of their sentences. Bounded for any text; one reader serves one worker.</summary>
/// <param name="lists">Gives the entries of a list under <c>catalogs/lists/</c>.</param>
public sealed class ProseReader(Func<string, DataNode?> lists)
{
    /// <summary>Units of a text that are read; what lies beyond is said.</summary>
    public const int MaxText = 1 << 20;

    /// <summary>How deep codes within codes are followed.</summary>
    public const int MaxDepth = 5;

    /// <summary>Parts of one text that are decoded.</summary>
    public const int MaxLayers = 64;

    /// <summary>Units that all decoded parts of one text may have together.</summary>
    public const int MaxDecoded = 1 << 18;

    private const int MinText = 3;

    /// <summary>Shorter texts without blanks are names.</summary>
    private const int MinPhrase = 24;

    private static readonly ConcurrentDictionary<Tongue, Lexicon> Lexicons = new();

    private static readonly IDecoder[] Decoders =
    [
        new InvisibleDecoder(), RunDecoder.Base64, RunDecoder.Base32, RunDecoder.Hex, new PairsDecoder(), EscapeDecoder.Percent, EscapeDecoder.Entities,
        EscapeDecoder.Unicode, EscapeDecoder.Bytes, CipherDecoder.Rot13, CipherDecoder.Reversed, new SpacedDecoder(),
    ];

    private readonly Tongues _tongues = new(lists("tongues")!);
    private readonly Tokeniser _tokeniser = new(LexiconOf(Tongue.English, lists));
    private readonly StatementReader _statements = new();

    /// <summary>What a text says.</summary>
    /// <param name="raw">The text as it was written.</param>
    /// <param name="names">Says what names refer to.</param>
    public TextReading Read(string raw, INames names)
    {
        if (SaysNothing(raw))
        {
            return TextReading.Empty;
        }

        string? cut = null;
        if (raw.Length > MaxText)
        {
            raw = raw[..MaxText];
            cut = string.Create(CultureInfo.InvariantCulture, $"The text is longer than {MaxText} characters; what lies beyond was not examined.");
        }

        var layers = new List<TextLayer> { Layer(raw, names, FactSet.None, null, 0, raw.Length) };
        var budget = MaxDecoded;
        Decode(raw, layers[0].IsOdd, names, layers, null, (0, 0), 1, ref budget, ref cut);
        return new TextReading(layers, cut);
    }

    private void Decode(string text, bool isOdd, INames names, List<TextLayer> layers, string? outer, (int Start, int Length) place, int depth, ref int budget, ref string? cut)
    {
        var profile = RunProfile.Of(text);
        foreach (var decoder in Decoders)
        {
            if (!decoder.MayFind(profile) || (decoder is CipherDecoder && !MayBeCipher(decoder, outer, isOdd)))
            {
                continue;
            }

            foreach (var (start, length, decoded) in decoder.Find(text))
            {
                if (depth > MaxDepth || layers.Count > MaxLayers || decoded.Length > budget)
                {
                    cut ??= string.Create(CultureInfo.InvariantCulture,
                        $"The text has more encoded parts than are followed ({MaxLayers} parts, {MaxDepth} levels, {MaxDecoded} characters); the rest was not examined.");
                    return;
                }

                budget -= decoded.Length;
                var at = outer is null ? (start, length) : place;
                var encoding = outer is null ? decoder.Name : outer + ", " + decoder.Name;
                var layer = Layer(decoded, names, FactSet.Of(Fact.Hidden, Fact.Encoded), encoding, at.Item1, at.Item2);
                if (Says(layer))
                {
                    layers.Add(layer);
                }

                Decode(decoded, layer.IsOdd, names, layers, encoding, at, depth + 1, ref budget, ref cut);
            }
        }
    }

    /// <summary>What reads as English is no cipher, and twice the same cipher is the text again.</summary>
    private static bool MayBeCipher(IDecoder decoder, string? outer, bool isOdd) => isOdd && (outer is null || !outer.EndsWith(decoder.Name, StringComparison.Ordinal));

    /// <summary>Whether a text is a short name, number or value, which says nothing: most texts of a schema are.</summary>
    public static bool SaysNothing(string raw)
    {
        if (raw.Length < MinText)
        {
            return true;
        }

        if (raw.Length >= MinPhrase)
        {
            return false;
        }

        foreach (var c in raw)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a decoded part is language at all: random letters decode to letters, too.</summary>
    private static bool Says(TextLayer layer)
    {
        foreach (var statement in layer.Statements)
        {
            if (statement.Sentence.Without(FactSet.Of(Fact.Hidden, Fact.Encoded)).Count >= 2)
            {
                return true;
            }
        }

        return false;
    }

    private TextLayer Layer(string raw, INames names, FactSet context, string? encoding, int start, int length)
    {
        var plain = Normaliser.Normalise(raw);
        var hidden = HiddenParts.Of(raw);
        var quotations = Quotations.Of(plain.Folded);
        var statements = new List<Statement>();
        var isOpening = context.IsEmpty;
        var isOdd = false;
        foreach (var (from, until) in SentenceSplitter.Of(plain.Folded))
        {
            var facts = context | (!hidden.IsEmpty && (hidden.Contains(plain.ToRaw(from, 1).Start) || hidden.Contains(plain.ToRaw((from + until) / 2, 1).Start)) ? FactSet.Of(Fact.Hidden) : FactSet.None);
            // English is the rule: only a sentence with few English words is asked for its language.
            var words = _tokeniser.Read(plain, from, until, quotations, names);
            var tongue = _tokeniser.IsOdd ? _tongues.Of(plain.Folded.AsSpan(from, until - from)) : Tongue.English;
            isOdd |= _tokeniser.IsOdd;
            if (tongue == Tongue.English)
            {
                _statements.Read(words, from, until, facts, (isOpening || IsItem(plain.Folded, from)) && !facts.Has(Fact.Hidden), statements);
            }
            else
            {
                statements.Add(ForeignReader.Read(plain, from, until, LexiconOf(tongue, lists), tongue, facts, names));
            }

            isOpening = false;
        }

        return new TextLayer(plain, statements, encoding, start, length, isOdd);
    }

    /// <summary>Whether a sentence is an item of a list, where documentation speaks in the imperative as it does in its first sentence.</summary>
    private static bool IsItem(string text, int at) => text[at] is '-' or '*' or '\u2022' && at + 1 < text.Length && text[at + 1] == ' ';

    private static Lexicon LexiconOf(Tongue tongue, Func<string, DataNode?> lists) => Lexicons.GetOrAdd(tongue, static (tongue, lists) =>
        new Lexicon(lists("lexicon-" + tongue.ToString().ToLowerInvariant())!, isInflected: tongue == Tongue.English), lists);
}
