using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The names of the classes of the vocabulary, each with its bit.</summary>
internal sealed class HarmClasses
{
    /// <summary>The class of the word that opens a clause, which no list declares.</summary>
    public const string Opener = "do";

    private const int Most = 64;

    private readonly List<string> _names = [Opener];

    /// <summary>The bit of a class, which it is given when it is first met.</summary>
    public ulong Declare(string name)
    {
        if (!_names.Contains(name))
        {
            _names.Add(name);
        }

        return _names.Count <= Most ? Of(name) : throw new InvalidOperationException("harm.yaml has more classes than there are bits.");
    }

    /// <summary>The bits of declared classes.</summary>
    public ulong Of(params ReadOnlySpan<string> names)
    {
        var bits = 0UL;
        foreach (var name in names)
        {
            bits |= _names.IndexOf(name) is >= 0 and var bit ? 1UL << bit : throw new InvalidOperationException($"harm.yaml has no class '{name}'.");
        }

        return bits;
    }

    /// <summary>The bits of all classes of a section.</summary>
    public ulong Of(DataNode section)
    {
        var bits = 0UL;
        foreach (var member in section.Members)
        {
            bits |= Of(member.Name.Value);
        }

        return bits;
    }
}
