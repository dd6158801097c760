using System.Collections.Immutable;
using McpScan.Discovery.Gateways;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// A gateway's configuration: servers with their OAuth, a central registry, rate limits, agents; each in a file of its own or several in one, see
/// <see cref="GatewayShape"/>. It takes its sections out of the file and leaves the rest to the other recognisers, so that a section more hides nothing.
/// </summary>
public sealed class GatewayRecogniser : IRecogniser
{
    public string Kind => "gateway";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document is not { } document)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var servers = ImmutableArray.CreateBuilder<ServerFragment>();
        var others = ImmutableArray.CreateBuilder<SubjectDraft>();
        var rest = ImmutableArray.CreateBuilder<DataNode>();
        var sections = new List<string>();
        foreach (var root in document.Roots)
        {
            var shapes = Shapes(root, artifact);
            if (shapes.Count == 0)
            {
                rest.Add(root);
                continue;
            }

            var gateway = new GatewayDraft(root, notices);
            foreach (var (member, shape) in shapes)
            {
                sections.Add(shape.Name);
                gateway.Entries.Add(GatewayFields.Section, DerivedScalar.At(member.Name, shape.Name));
                shape.Read(gateway, member);
            }

            var left = GatewayEntries.Without(root, member => shapes.ContainsKey(member));
            AddSettings(gateway, left);
            if (!left.Members.IsEmpty)
            {
                rest.Add(left);
            }

            servers.AddRange(gateway.Servers);
            others.Add(new SubjectDraft(SubjectKind.Gateway, Kind, new Untrusted(artifact.FileName), root.Members[0].Name, root, gateway.Entries.ToEntries()));
            others.AddRange(gateway.Others);
        }

        return sections.Count == 0 ? null : new ArtifactModel($"{Kind}/{string.Join('+', sections.Distinct())}", servers.ToImmutable(), others.ToImmutable(), notices.ToImmutable())
        {
            Rest = rest.Count == 0 ? null : artifact with { Document = document with { Roots = rest.ToImmutable(), Notices = [] } },
        };
    }

    /// <summary>The members of a root that are sections. A file that a client reads by its place has servers of its own kind.</summary>
    private static Dictionary<DataMember, GatewayShape> Shapes(DataNode root, Artifact artifact)
    {
        var shapes = new Dictionary<DataMember, GatewayShape>(ReferenceEqualityComparer.Instance);
        foreach (var member in root.Members)
        {
            if (GatewayShape.Of(root, member) is { } shape && !(member.Name.Value == "servers" && ClientIdentity.Find(artifact.Path, root) is not null))
            {
                shapes.Add(member, shape);
            }
        }

        return shapes;
    }

    private static void AddSettings(GatewayDraft gateway, DataNode left)
    {
        foreach (var member in left.Members)
        {
            gateway.Entries.AddOptional(GatewayFields.Setting, member.Value, member.Value is ScalarNode ? member.Name : null);
        }
    }
}
