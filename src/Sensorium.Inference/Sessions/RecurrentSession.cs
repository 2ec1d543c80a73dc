namespace Sensorium.Inference;

/// <summary>
/// One stream through a recurrent model: its state goes from call to call. Many streams may share one <see cref="InferenceSession"/>,
/// which they leave open; one stream is for one thread at a time.
/// </summary>
public sealed class RecurrentSession
{
    private readonly InferenceSession _session;
    private readonly StateLink[] _links;
    private readonly Dictionary<string, Tensor> _state = [];

    /// <summary>Starts a stream.</summary>
    /// <param name="session">The model, which the caller disposes after the last call.</param>
    /// <param name="links">Which outputs go back to which inputs.</param>
    /// <exception cref="UnsupportedInputException">The model lacks a name, the two ends of a link are of different types, or a state without initial value has no fixed shape.</exception>
    public RecurrentSession(InferenceSession session, IReadOnlyList<StateLink> links)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(links);
        _session = session;
        _links = [.. links.Select(link => StateErrors.Check(session, link))];
        Reset();
    }

    /// <summary>Runs the model on the next piece of the stream. When it fails or is stopped, the state stays as it was.</summary>
    /// <param name="inputs">A tensor for each input that is not a state.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>A tensor for each output, the new states among them.</returns>
    /// <exception cref="UnsupportedInputException">A name is missing, unknown or a state, or a tensor's type or shape does not fit the model.</exception>
    /// <exception cref="MalformedInputException">The model fails while it runs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Dictionary<string, Tensor> all = new(_state);
        foreach ((string name, Tensor tensor) in inputs)
        {
            if (!all.TryAdd(name, tensor))
            {
                throw StateErrors.Given(_session.Name, name);
            }
        }

        IReadOnlyDictionary<string, Tensor> outputs = _session.Run(all, cancellationToken);
        foreach (StateLink link in _links)
        {
            _state[link.Input] = outputs[link.Output];
        }

        return outputs;
    }

    /// <summary>Goes back to the state before the first call.</summary>
    public void Reset()
    {
        foreach (StateLink link in _links)
        {
            _state[link.Input] = link.Initial!;
        }
    }
}
