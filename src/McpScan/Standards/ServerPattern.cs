namespace McpScan.Standards;

/// <summary>Which servers an entry of <c>servers.allowed</c> or <c>servers.denied</c> means. What is null is not asked; one part at least is given.</summary>
/// <param name="Name">The name that the server declares, or has in the configuration. It is the server's own word: a package or an address binds it to something.</param>
/// <param name="Package">The package or image that it is, or is started from, written <c>npm:@acme/desk</c> or <c>oci:registry/image</c>, without a version.</param>
/// <param name="Url">The address of a remote server.</param>
public sealed record ServerPattern(Glob? Name, Glob? Package, Glob? Url);
