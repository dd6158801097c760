namespace McpScan.Evaluation.Training;

/// <summary>A sentence to learn from.</summary>
/// <param name="Features">What the model weighs of it and of the sentences around it: the numbers of the features, ascending, and how much each counts.</param>
/// <param name="IsMalicious">Whether it stands in a marked part of a text.</param>
internal sealed record TrainingSentence((int Feature, double Value)[] Features, bool IsMalicious);
