using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Trail"/>.</summary>
public static class TrailFields
{
    public static readonly Field Event = New("event", "An event as a whole, or the schema of one.");
    public static readonly Field Time = New("time", "When the call was made.");
    public static readonly Field User = New("user", "The person on whose behalf the call was made.");
    public static readonly Field Agent = New("agent", "The agent that called.");
    public static readonly Field Session = New("session", "The session within which it called.");
    public static readonly Field Server = New("server", "The server that was called.");
    public static readonly Field Tool = New("tool", "The tool that was called.");
    public static readonly Field Arguments = New("arguments.*", "A value in the arguments of the call; the key is its name.");
    public static readonly Field Result = New("result.*", "A value in the result of the call; the key is its name.");
    public static readonly Field Authentication = New("auth.*", "How the caller proved who he is; the key is the name of the value.");
    public static readonly Field Decision = New("policy.*", "What the policy decided about the call; the key is the name of the value.");
    public static readonly Field Other = New("other.*", "A value of any other member; the key is its name.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Trail);

    public static readonly ImmutableArray<Field> All =
    [
        Event, Time, User, Agent, Session, Server, Tool, Arguments, Result, Authentication, Decision, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Trail, name, doc, isText);
}
