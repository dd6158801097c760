namespace McpScan.Modeling;

/// <summary>Whom it hurts when data becomes known.</summary>
public enum Sensitivity
{
    /// <summary>Anyone may know it.</summary>
    Public,

    /// <summary>It belongs to a team or a company.</summary>
    Internal,

    /// <summary>It belongs to a person: mail, chats, whereabouts, health, money.</summary>
    Personal,

    /// <summary>Who knows it can act in another's name: keys, passwords, tokens.</summary>
    Secret,
}
