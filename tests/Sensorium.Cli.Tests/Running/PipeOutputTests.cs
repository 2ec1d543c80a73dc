using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Sensorium.Cli.Tests;

public sealed class PipeOutputTests
{
    [Fact]
    public void Write_ReaderGone_SaysSoOnceAndIsSilentThen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the runtime's own stream.");
        using AnonymousPipeServerStream pipe = new(PipeDirection.Out);
        using PipeOutput output = new(new FileStream(new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Write, bufferSize: 0));
        using (AnonymousPipeClientStream reader = new(PipeDirection.In, pipe.ClientSafePipeHandle))
        {
            output.Write([7]);
            Assert.Equal(7, reader.ReadByte());
        }

        Assert.Throws<OutputClosedException>(() => output.Write([8]));
        output.Write([9]);
    }
}
