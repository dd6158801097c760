namespace McpScan.Evaluation.Training;

/// <summary>Fits a logistic regression over sparse features by L-BFGS. Deterministic: one thread, no random numbers, sums in the order of the data.</summary>
/// <param name="costs">What the square of each feature's weight costs; the bias costs 1.</param>
/// <param name="pull">How strongly the data pull against weights of zero.</param>
internal sealed class LogisticRegression(double[] costs, double pull)
{
    private const int Memory = 8;
    private const int MaxSteps = 120;
    private const double GoodEnough = 1e-5;

    /// <summary>A weight for each feature, and the bias last.</summary>
    public double[] Weights { get; } = new double[costs.Length + 1];

    /// <summary>The log-odds of a sentence.</summary>
    public double Score((int Feature, double Value)[] sentence)
    {
        var score = Weights[^1];
        foreach (var (feature, value) in sentence)
        {
            score += Weights[feature] * value;
        }

        return score;
    }

    /// <summary>Fits the weights, from where they stand.</summary>
    public void Fit(IReadOnlyList<TrainingSentence> sentences)
    {
        var steps = new List<(double[] Step, double[] Change)>();
        var gradient = new double[Weights.Length];
        var loss = Loss(sentences, gradient);
        for (var i = 0; i < MaxSteps; i++)
        {
            var direction = Direction(gradient, steps);
            var slope = Dot(direction, gradient);
            double[] before = [.. Weights], old = [.. gradient];
            double next;
            var length = steps.Count == 0 ? 1 / Math.Sqrt(Dot(gradient, gradient)) : 1.0;
            while (true)
            {
                for (var f = 0; f < Weights.Length; f++)
                {
                    Weights[f] = before[f] + (length * direction[f]);
                }

                next = Loss(sentences, gradient);
                if (next <= loss + (1e-4 * length * slope) || length < 1e-10)
                {
                    break;
                }

                length /= 2;
            }

            steps.Add(([.. Weights.Zip(before, static (a, b) => a - b)], [.. gradient.Zip(old, static (a, b) => a - b)]));
            if (steps.Count > Memory)
            {
                steps.RemoveAt(0);
            }

            if (loss - next < GoodEnough * loss)
            {
                return;
            }

            loss = next;
        }
    }

    private double Loss(IReadOnlyList<TrainingSentence> sentences, double[] gradient)
    {
        var loss = 0.0;
        for (var f = 0; f < Weights.Length; f++)
        {
            var cost = f < costs.Length ? costs[f] : 1;
            gradient[f] = cost * Weights[f];
            loss += cost * Weights[f] * Weights[f] / 2;
        }

        foreach (var sentence in sentences)
        {
            var margin = sentence.IsMalicious ? Score(sentence.Features) : -Score(sentence.Features);
            var wrong = 1 / (1 + Math.Exp(margin));
            loss += pull * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin);
            var change = (sentence.IsMalicious ? -pull : pull) * wrong;
            foreach (var (feature, value) in sentence.Features)
            {
                gradient[feature] += change * value;
            }

            gradient[^1] += change;
        }

        return loss;
    }

    /// <summary>The two-loop recursion (Nocedal and Wright, Numerical Optimization, algorithm 7.4).</summary>
    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change)> steps)
    {
        double[] direction = [.. gradient];
        var alphas = new double[steps.Count];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            alphas[i] = Dot(steps[i].Step, direction) / Dot(steps[i].Step, steps[i].Change);
            Add(direction, -alphas[i], steps[i].Change);
        }

        if (steps is [.., var last])
        {
            var scale = Dot(last.Step, last.Change) / Dot(last.Change, last.Change);
            for (var f = 0; f < direction.Length; f++)
            {
                direction[f] *= scale;
            }
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var beta = Dot(steps[i].Change, direction) / Dot(steps[i].Step, steps[i].Change);
            Add(direction, alphas[i] - beta, steps[i].Step);
        }

        for (var f = 0; f < direction.Length; f++)
        {
            direction[f] = -direction[f];
        }

        return direction;
    }

    private static void Add(double[] to, double factor, double[] what)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += factor * what[i];
        }
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
