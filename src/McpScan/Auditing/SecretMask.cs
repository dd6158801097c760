using McpScan.Checks;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Masks what looks like a secret in a text that no rule was asked about.</summary>
public static class SecretMask
{
    /// <summary>The text with every character of a secret as a dot.</summary>
    public static string Of(string text)
    {
        var found = new List<TextSpan>();
        new SecretScanner(Lists.BuiltIn).Find(text, found);
        if (found.Count == 0)
        {
            return text;
        }

        var masked = text.ToCharArray();
        foreach (var span in found)
        {
            Array.Fill(masked, '•', span.Start, span.Length);
        }

        return new string(masked);
    }
}
