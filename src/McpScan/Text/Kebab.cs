using System.Text;

namespace McpScan.Text;

/// <summary>Names of the code as data and documents write them: <c>SecretFile</c> is <c>secret-file</c>.</summary>
public static class Kebab
{
    /// <summary>The name in kebab case.</summary>
    public static string Of(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
