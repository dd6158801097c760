namespace McpScan.Modeling;

/// <summary>The names under which artifacts mean the same package, such as <c>npm:@a/b</c>: what joins a manifest with the package it names.</summary>
public static class PackageIdentity
{
    /// <summary>
    /// The identity of a package: PyPI names are compared in the normal form of PEP 503, NuGet ids without regard to case,
    /// images without tag and digest, all others as they are written.
    /// </summary>
    public static string Of(string ecosystem, string name) => ecosystem switch
    {
        "pypi" => "pypi:" + NormalizePython(name),
        "nuget" => "nuget:" + name.ToLowerInvariant(),
        "oci" => "oci:" + SplitImage(name).Name,
        _ => ecosystem + ":" + name,
    };

    /// <summary>Splits <c>host:5000/path/image:tag@sha256:…</c>; tag and digest are empty where there are none.</summary>
    public static (string Name, string Tag, string Digest) SplitImage(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : image[(at + 1)..];
        var rest = at < 0 ? image : image[..at];
        var colon = rest.LastIndexOf(':');
        return colon > rest.LastIndexOf('/') ? (rest[..colon], rest[(colon + 1)..], digest) : (rest, "", digest);
    }

    private static string NormalizePython(string name)
    {
        Span<char> normal = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.'))
            {
                normal[length++] = char.ToLowerInvariant(c);
            }
            else if (length == 0 || normal[length - 1] != '-')
            {
                normal[length++] = '-';
            }
        }

        return normal[..length].ToString();
    }
}
