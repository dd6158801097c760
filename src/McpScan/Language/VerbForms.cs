namespace McpScan.Language;

/// <summary>The forms that one spelling of a verb can be; <c>read</c> is base and past.</summary>
[Flags]
public enum VerbForms : byte
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Gerund = 8,
}
