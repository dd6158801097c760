using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>One server, joined from all artifacts that belong to it.</summary>
/// <param name="Id">Stable and unique in a run: the path of its first artifact, with <c>#name</c> for an entry of a file that holds several.</param>
/// <param name="Name">Its name: server info, else manifest, else file name.</param>
/// <param name="Version">Its version where one is declared.</param>
/// <param name="Path">The artifact that introduced it.</param>
/// <param name="Group">The client configuration or folder in which it is installed together with others; null where it stands alone.</param>
/// <param name="Subjects">All that can be asked about it: itself first, then tools, prompts, resources, launches, remotes, packages, inputs, permissions, in document order.</param>
public sealed record Server(string Id, Untrusted Name, Untrusted Version, string Path, string? Group, ImmutableArray<Subject> Subjects)
{
    /// <summary>The path of the <see cref="Modeling.Gateway"/> that declares it; null where none does.</summary>
    public string? Gateway { get; init; }

    /// <summary>The server itself as a subject.</summary>
    public Subject Self => Subjects[0];

    public IEnumerable<Subject> Of(SubjectKind kind) => Subjects.Where(s => s.Kind == kind);

    public IEnumerable<Subject> Tools => Of(SubjectKind.Tool);
}
