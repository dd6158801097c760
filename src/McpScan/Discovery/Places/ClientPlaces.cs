using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Discovery;

/// <summary>The places of catalogs/lists/clients.yaml as paths of one machine. Touches no disk: home and platform folders come from variables.</summary>
/// <remarks>
/// The operating system is not asked: a place counts where the folder that it begins with is known. So a home folder of another system, mounted or
/// under WSL, is looked through as well.
/// </remarks>
public static class ClientPlaces
{
    /// <summary>The places, in the order of the list; each path once for a client.</summary>
    /// <param name="variable">An environment variable, or null: HOME, USERPROFILE, APPDATA, ProgramFiles, XDG_CONFIG_HOME and those that clients define.</param>
    /// <param name="currentDirectory">The folder whose project configurations are meant.</param>
    public static ImmutableArray<ClientPlace> Find(Func<string, string?> variable, string currentDirectory)
    {
        var places = ImmutableArray.CreateBuilder<ClientPlace>();
        var seen = new HashSet<(string, string)>();
        foreach (var client in Lists.BuiltIn.Entries("clients") is { } clients ? clients.Items : [])
        {
            var (id, name) = (Text(client, "id"), Text(client, "name"));
            foreach (var place in client["paths"] is { } paths ? paths.Items : [])
            {
                var scope = Text(place, "scope");
                if (FullPath(Text(place, "path"), client["homes"], variable, currentDirectory) is { } path && seen.Add((id, path)))
                {
                    places.Add(new ClientPlace(id, name, scope, path));
                }
            }
        }

        return places.ToImmutable();
    }

    /// <summary>The user's home folder, or null where no variable says it.</summary>
    public static string? Home(Func<string, string?> variable) => NotEmpty(variable("HOME")) ?? NotEmpty(variable("USERPROFILE"));

    private static string? FullPath(string path, DataNode? homes, Func<string, string?> variable, string currentDirectory)
    {
        foreach (var member in homes is null ? [] : homes.Members)
        {
            var folder = member.Value.AsString() ?? "";
            if (path.StartsWith(folder + "/", StringComparison.Ordinal) && NotEmpty(variable(member.Name.Value)) is { } moved)
            {
                return Join(moved, path[(folder.Length + 1)..]);
            }
        }

        if (path.StartsWith("~/.config/", StringComparison.Ordinal) && NotEmpty(variable("XDG_CONFIG_HOME")) is { } config)
        {
            return Join(config, path["~/.config/".Length..]);
        }

        foreach (var (start, folder) in (ReadOnlySpan<(string, string?)>)[
            ("~/", Home(variable)), ("%USERPROFILE%/", NotEmpty(variable("USERPROFILE"))), ("%APPDATA%/", NotEmpty(variable("APPDATA"))),
            ("C:/Program Files/", NotEmpty(variable("ProgramFiles")))])
        {
            if (path.StartsWith(start, StringComparison.Ordinal))
            {
                return folder is null ? null : Join(folder, path[start.Length..]);
            }
        }

        if (path.StartsWith('/'))
        {
            return Path.DirectorySeparatorChar == '/' ? path : null;
        }

        return Join(currentDirectory, path);
    }

    // A variable may name a folder by a relative path, or by nothing that is a path.
    private static string? Join(string folder, string path)
    {
        try
        {
            return Path.IsPathFullyQualified(folder) ? Path.GetFullPath(Path.Combine(folder, path)) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Text(DataNode node, string name) => node[name]?.AsString() ?? "";
}
