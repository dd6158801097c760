using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The names of the classes of the vocabulary, each with its bit.</summary>
internal sealed class HarmClasses
{
    /// <summary>The class of the word that opens a clause, which no list declares.</summary>
    public const string Opener = "do";

    private readonly List<string> _names = [Opener];

    /// <summary>The bit of a class, which it is given when it is first met.</summary>
    public ClassSet Declare(string name)
    {
        if (!_names.Contains(name))
        {
            _names.Add(name);
        }

        return _names.Count <= ClassSet.Capacity ? Of(name) : throw new InvalidOperationException("harm.yaml has more classes than there are bits.");
    }

    /// <summary>The bits of declared classes.</summary>
    public ClassSet Of(params ReadOnlySpan<string> names)
    {
        var bits = ClassSet.None;
        foreach (var name in names)
        {
            bits |= _names.IndexOf(name) is >= 0 and var bit ? ClassSet.Of(bit) : throw new InvalidOperationException($"harm.yaml has no class '{name}'.");
        }

        return bits;
    }

    /// <summary>The bits of all classes of a section.</summary>
    public ClassSet Of(DataNode section)
    {
        var bits = ClassSet.None;
        foreach (var member in section.Members)
        {
            bits |= Of(member.Name.Value);
        }

        return bits;
    }
}
