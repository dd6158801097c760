namespace McpScan.Checks.Harm;

/// <summary>What must meet to say that harm is offered: the act, then one class each of what stands with it.</summary>
/// <param name="Act">Classes of which the act must have one.</param>
/// <param name="With">Sets of classes of each of which one must stand with the act.</param>
internal sealed record HarmPattern(ClassSet Act, ClassSet[] With);
