namespace McpScan.Evaluation.Training;

/// <summary>A sentence to learn from.</summary>
/// <param name="Features">What the model weighs of it.</param>
/// <param name="Tool">The number of the malicious tool whose text it stands in; -1 for an innocent one. Which of a malicious tool's sentences is the malicious one is learnt, too.</param>
internal sealed record TrainingSentence(int[] Features, int Tool);
