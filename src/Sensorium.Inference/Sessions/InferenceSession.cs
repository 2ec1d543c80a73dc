namespace Sensorium.Inference;

/// <summary>
/// A loaded model that turns tensors into tensors. <see cref="Run(IReadOnlyList{Tensor}, CancellationToken)"/> and its like may be called from
/// many threads at once; disposing waits for none of them, the model's memory is given back when the last one has ended.
/// The same input gives the same output on the same machine with the same number of threads.
/// </summary>
public sealed unsafe class InferenceSession : IDisposable
{
    private readonly OrtApi _api;
    private readonly SessionHandle _handle;
    private readonly TensorSpec[] _inputs;
    private readonly TensorSpec[] _outputs;

    private InferenceSession(OrtApi api, SessionHandle handle, string name)
    {
        _api = api;
        _handle = handle;
        Name = name;
        _inputs = ModelSignature.Inputs(api, handle, name);
        _outputs = ModelSignature.Outputs(api, handle, name);
    }

    /// <summary>What errors call the model: its file's name.</summary>
    public string Name { get; }

    /// <summary>What the model takes, in the model's order.</summary>
    public IReadOnlyList<TensorSpec> Inputs => _inputs;

    /// <summary>What the model gives, in the model's order.</summary>
    public IReadOnlyList<TensorSpec> Outputs => _outputs;

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The ONNX file; weights in files beside it are found.</param>
    /// <param name="options">How it runs; null for <see cref="SessionOptions.Default"/>.</param>
    /// <returns>The session, to be disposed.</returns>
    /// <exception cref="MalformedInputException">There is no such file, or it is not a sound model.</exception>
    /// <exception cref="UnsupportedInputException">The model needs an operator or a type of element that is not supported.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static InferenceSession Open(string path, SessionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelFile.Require(path);
        return Open(Path.GetFileName(path), options, (api, sessionOptions) => api.CreateSession(Path.GetFullPath(path), sessionOptions));
    }

    /// <summary>Loads a model from memory, which may change or go afterwards.</summary>
    /// <param name="model">The content of an ONNX file.</param>
    /// <param name="name">What errors call the model.</param>
    /// <param name="options">How it runs; null for <see cref="SessionOptions.Default"/>.</param>
    /// <returns>The session, to be disposed.</returns>
    /// <exception cref="MalformedInputException">It is not a sound model.</exception>
    /// <exception cref="UnsupportedInputException">The model needs an operator or a type of element that is not supported.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static InferenceSession Open(ReadOnlyMemory<byte> model, string name, SessionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ModelFile.RequireContent(model.Length, name);
        return Open(name, options, (api, sessionOptions) => api.CreateSession(model.Span, sessionOptions));
    }

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">A tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>A tensor for each of <see cref="Outputs"/>, in that order, each with memory of its own.</returns>
    /// <exception cref="UnsupportedInputException">A tensor is missing, or its type or shape does not fit the model.</exception>
    /// <exception cref="MalformedInputException">The model fails while it runs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="ObjectDisposedException">The session has been disposed.</exception>
    public IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var given = new Tensor?[inputs.Count];
        for (int i = 0; i < given.Length; i++)
        {
            given[i] = inputs[i];
        }

        var outputs = new Tensor?[_outputs.Length];
        RunCore(given, outputs, cancellationToken);
        return outputs!;
    }

    /// <summary>Runs the model with tensors by name.</summary>
    /// <param name="inputs">A tensor for each name among <see cref="Inputs"/>.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>A tensor for each name among <see cref="Outputs"/>, each with memory of its own.</returns>
    /// <exception cref="UnsupportedInputException">A name is missing or unknown, or a tensor's type or shape does not fit the model.</exception>
    /// <exception cref="MalformedInputException">The model fails while it runs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="ObjectDisposedException">The session has been disposed.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (string name in inputs.Keys)
        {
            if (!Array.Exists(_inputs, spec => spec.Name == name))
            {
                throw TensorErrors.UnknownName(Name, name, _inputs);
            }
        }

        var given = new Tensor?[_inputs.Length];
        for (int i = 0; i < given.Length; i++)
        {
            given[i] = inputs.GetValueOrDefault(_inputs[i].Name);
        }

        var outputs = new Tensor?[_outputs.Length];
        RunCore(given, outputs, cancellationToken);
        Dictionary<string, Tensor> named = new(outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
        {
            named.Add(_outputs[i].Name, outputs[i]!);
        }

        return named;
    }

    /// <summary>Runs the model into tensors of the caller's: nothing is allocated for results and nothing is copied.</summary>
    /// <param name="inputs">A tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <param name="outputs">
    /// A tensor for each of <see cref="Outputs"/>, in that order, with the shape that the model will give and memory that no input shares; null where
    /// the model should make one, which then stands in its place.
    /// </param>
    /// <param name="cancellationToken">Stops the run; the outputs' content is then undefined.</param>
    /// <exception cref="UnsupportedInputException">A tensor is missing, or its type or shape does not fit the model.</exception>
    /// <exception cref="MalformedInputException">The model fails while it runs.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="ObjectDisposedException">The session has been disposed.</exception>
    public void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs, CancellationToken cancellationToken = default)
    {
        if (outputs.Length != _outputs.Length)
        {
            throw new ArgumentException($"The model gives {_outputs.Length} tensors, but there is room for {outputs.Length}.", nameof(outputs));
        }

        RunCore(inputs!, outputs, cancellationToken);
    }

    /// <summary>Gives the model's memory back once no run uses it any more.</summary>
    public void Dispose() => _handle.Dispose();

    private static InferenceSession Open(string name, SessionOptions? options, Func<OrtApi, nint, nint> create)
    {
        int threads = (options ?? SessionOptions.Default).Threads;
        ArgumentOutOfRangeException.ThrowIfNegative(threads, nameof(options));
        OrtApi api = OnnxRuntimeLibrary.Require();
        SessionHandle? handle = null;
        try
        {
            handle = SessionHandle.Open(api, threads == 0 ? Environment.ProcessorCount : threads, sessionOptions => create(api, sessionOptions));
            return new InferenceSession(api, handle, name);
        }
        catch (OrtException error)
        {
            handle?.Dispose();
            throw ModelFile.Refused(name, api.Version, error);
        }
        catch
        {
            handle?.Dispose();
            throw;
        }
    }

    private void RunCore(ReadOnlySpan<Tensor?> inputs, Span<Tensor?> outputs, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        cancellationToken.ThrowIfCancellationRequested();
        TensorCheck.Inputs(Name, _inputs, inputs);
        TensorCheck.Outputs(Name, _outputs, outputs);
        bool isHeld = false;
        try
        {
            _handle.DangerousAddRef(ref isHeld);
            Execution.Run(_api, _handle, inputs, outputs, cancellationToken);
        }
        catch (OrtException error)
        {
            // A run that is told to stop fails with an error of its own.
            cancellationToken.ThrowIfCancellationRequested();
            throw TensorErrors.Failed(Name, _api.Version, error);
        }
        finally
        {
            if (isHeld)
            {
                _handle.DangerousRelease();
            }
        }
    }
}
