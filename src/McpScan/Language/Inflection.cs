namespace McpScan.Language;

/// <summary>English forms, generously: a form that no one writes does no harm in a lexicon.</summary>
internal static class Inflection
{
    /// <summary>The forms of a verb; in a phrase the first word is inflected.</summary>
    /// <param name="verb">The base form.</param>
    /// <param name="irregular">Irregular past forms.</param>
    public static List<(string Form, VerbForms Forms)> OfVerb(string verb, ReadOnlySpan<string> irregular)
    {
        var blank = verb.IndexOf(' ', StringComparison.Ordinal);
        var (head, rest) = blank < 0 ? (verb, "") : (verb[..blank], verb[blank..]);
        var forms = new List<(string, VerbForms)> { (verb, VerbForms.Base), (Third(head) + rest, VerbForms.Third) };
        foreach (var past in irregular)
        {
            forms.Add((past + rest, past == head ? VerbForms.Base | VerbForms.Past : VerbForms.Past));
        }

        var stem = head[^1] == 'e' ? head[..^1] : head;
        forms.Add((stem + "ing" + rest, VerbForms.Gerund));
        if (irregular.IsEmpty)
        {
            forms.Add(((IsConsonantY(head) ? head[..^1] + "i" : stem) + "ed" + rest, VerbForms.Past));
        }

        if (head.Length > 2 && !IsVowel(head[^1]) && IsVowel(head[^2]) && head[^1] is not ('w' or 'x' or 'y'))
        {
            forms.Add((head + head[^1] + "ing" + rest, VerbForms.Gerund));
            forms.Add((head + head[^1] + "ed" + rest, VerbForms.Past));
        }

        return forms;
    }

    /// <summary>The plural; in a phrase that of the last word.</summary>
    public static string Plural(string noun) => Third(noun);

    private static string Third(string word) =>
        IsConsonantY(word) ? word[..^1] + "ies"
        : word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || word[^1] is 's' or 'x' or 'z' or 'o' ? word + "es"
        : word + "s";

    private static bool IsConsonantY(string word) => word[^1] == 'y' && word.Length > 1 && !IsVowel(word[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
