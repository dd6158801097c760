using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>Makes a server of each entry of the sections of a client configuration.</summary>
/// <param name="notices">Takes what was not understood.</param>
internal sealed class ClientServers(ImmutableArray<Notice>.Builder notices)
{
    /// <summary>Field values in all entries of one file: YAML aliases can unfold a small text into more than memory holds.</summary>
    private const int MaxEntries = 400_000;

    private readonly ImmutableArray<ServerFragment>.Builder _fragments = ImmutableArray.CreateBuilder<ServerFragment>();
    private readonly ImmutableArray<ScalarNode>.Builder _names = ImmutableArray.CreateBuilder<ScalarNode>();
    private int _entries;

    /// <summary>The names of the entries, in document order.</summary>
    public ImmutableArray<ScalarNode> Names => _names.ToImmutable();

    public ImmutableArray<ServerFragment> ToFragments() => _fragments.ToImmutable();

    public void Add(ClientSection section)
    {
        foreach (var member in section.Servers.Members)
        {
            if (member.Name.Value != "$schema" && !Add(section, member.Name, member.Value))
            {
                return;
            }
        }

        for (var i = 0; i < section.Servers.Items.Length; i++)
        {
            var item = section.Servers.Items[i];
            var name = (item["name"] ?? item["uses"] ?? item["id"]) as ScalarNode ?? item as ScalarNode ?? DerivedScalar.At(item, $"#{i + 1}");
            if (!Add(section, name, item))
            {
                return;
            }
        }
    }

    private bool Add(ClientSection section, ScalarNode name, DataNode definition)
    {
        if (_entries > MaxEntries)
        {
            notices.Add(Notice.At(NoticeSeverity.Error, definition.Source, definition.Span,
                $"The servers before this one have more than {MaxEntries} values; this one and all behind it were not examined."));
            return false;
        }

        var server = new ServerDraft(definition, notices);
        server.SetName(name);
        ClientEntry.Read(server, name, definition);
        var entryName = section.Project is { } project ? $"{project.Value}#{name.Value}" : name.Value;
        var fragment = server.ToFragment(FragmentScope.Entry, entryName) with { IsInstalledTogether = true, Anchor = name };
        _fragments.Add(fragment);
        _names.Add(name);
        _entries += fragment.Entries.Length;
        foreach (var subject in fragment.Subjects)
        {
            _entries += subject.Entries.Length;
        }

        return true;
    }
}
