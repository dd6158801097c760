using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The names of the classes of the vocabulary, each with its bit.</summary>
internal sealed class HarmClasses
{
    /// <summary>The class of the word that opens a clause, which no list declares.</summary>
    public const string Opener = "do";

    private const int Most = 128;

    private readonly List<string> _names = [Opener];

    /// <summary>The bit of a class, which it is given when it is first met.</summary>
    public UInt128 Declare(string name)
    {
        if (!_names.Contains(name))
        {
            _names.Add(name);
        }

        return _names.Count <= Most ? Of(name) : throw new InvalidOperationException("harm.yaml has more classes than there are bits.");
    }

    /// <summary>The bits of declared classes.</summary>
    public UInt128 Of(params ReadOnlySpan<string> names)
    {
        var bits = UInt128.Zero;
        foreach (var name in names)
        {
            bits |= _names.IndexOf(name) is >= 0 and var bit ? UInt128.One << bit : throw new InvalidOperationException($"harm.yaml has no class '{name}'.");
        }

        return bits;
    }

    /// <summary>The bits of all classes of a section.</summary>
    public UInt128 Of(DataNode section)
    {
        var bits = UInt128.Zero;
        foreach (var member in section.Members)
        {
            bits |= Of(member.Name.Value);
        }

        return bits;
    }
}
