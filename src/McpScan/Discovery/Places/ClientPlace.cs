namespace McpScan.Discovery;

/// <summary>Where a client may keep a configuration on this machine.</summary>
/// <param name="ClientId">Its id in catalogs/lists/clients.yaml.</param>
/// <param name="ClientName">What a person calls it.</param>
/// <param name="Scope">user, project, managed or plugin.</param>
/// <param name="Path">The full path; a <c>*</c> stands for any name of a folder, or the beginning of a file's.</param>
public sealed record ClientPlace(string ClientId, string ClientName, string Scope, string Path);
