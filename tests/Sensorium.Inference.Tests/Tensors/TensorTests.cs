using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Inference.Tests;

public sealed class TensorTests
{
    [Fact]
    public void Of_Array_WrapsWithoutCopy()
    {
        float[] values = [1, 2, 3, 4];
        Tensor tensor = Tensor.Of(values, 2, 2);
        values[3] = 9;
        tensor.Values<float>()[0] = 7;
        Assert.Equal([7f, 2, 3, 9], values);
        Assert.Equal(9, tensor.Values<float>()[3]);
        Assert.Equal("float32 [2, 2]", tensor.ToString());
    }

    [Fact]
    public void Of_NoShape_IsAScalar()
    {
        Tensor scalar = Tensor.Of([16000L]);
        Assert.Equal(0, scalar.Shape.Length);
        Assert.Equal(1, scalar.Length);
        Assert.Equal("int64 []", scalar.ToString());
    }

    [Theory]
    [InlineData(new long[] { })]
    [InlineData(new long[] { 2 })]
    [InlineData(new long[] { 3, 0 })]
    [InlineData(new long[] { 3, -1 })]
    [InlineData(new long[] { -1, -3 })]
    [InlineData(new long[] { long.MaxValue, 4 })]
    [InlineData(new long[] { 1L << 32, 1L << 32 })]
    public void Of_ShapeThatDoesNotFit_Throws(long[] shape) => Assert.ThrowsAny<ArgumentException>(() => Tensor.Of([1f, 2, 3], shape));

    [Fact]
    public void Of_OtherElements_Throws()
    {
        Assert.Throws<ArgumentException>(() => Tensor.Of([1.0], 1));
        Assert.Throws<ArgumentException>(() => Tensor.Of(['x'], 1));
    }

    [Fact]
    public void Values_OfAnotherType_Throws()
    {
        Tensor tensor = Tensor.Of([1, 2], 2);
        Assert.Equal([1, 2], tensor.Values<int>().ToArray());
        Assert.Throws<InvalidOperationException>(() => tensor.Values<float>().Length);
        Assert.Throws<ArgumentException>(() => tensor.Values<uint>().Length);
    }

    [Fact]
    public void Zeros_TooManyElements_Throws() => Assert.Throws<ArgumentException>(() => Tensor.Zeros(TensorType.UInt8, 1 << 20, 1 << 20));

    [Fact]
    public void Zeros_AnyShapeAndType_HasTheProductOfSizesAndIsZero()
    {
        Gen<(TensorType Type, long[] Shape)> cases =
            from type in Gen.Elements(Enum.GetValues<TensorType>())
            from shape in Gen.ArrayOf(Gen.Choose(0, 5).Select(size => (long)size)).Resize(5)
            select (type, shape);
        Prop.ForAll(cases.ToArbitrary(), entry =>
        {
            Tensor tensor = Tensor.Zeros(entry.Type, entry.Shape);
            return tensor.Length == entry.Shape.Aggregate(1L, (product, size) => product * size)
                && tensor.Shape.SequenceEqual(entry.Shape)
                && tensor.Type == entry.Type
                && tensor.Memory.Cast<object>().All(value => value.Equals(Activator.CreateInstance(value.GetType())));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ElementTypes_CodeInOnnx_GoesThereAndBack()
    {
        foreach (TensorType type in Enum.GetValues<TensorType>())
        {
            Assert.Equal(type, ElementTypes.FromOnnxCode(type.OnnxCode()));
            Assert.Equal(type.Name(), ElementTypes.NameOfOnnxCode(type.OnnxCode()));
        }
    }
}
