namespace Sensorium.Imaging;

/// <summary>Pixels of one colour cluster in one region, added up in OKLab.</summary>
internal struct ColourSum
{
    public int Pixels;
    public double L;
    public double A;
    public double B;

    /// <summary>Mean colour; meaningless without pixels.</summary>
    public readonly OkLab Mean => new((float)(L / Pixels), (float)(A / Pixels), (float)(B / Pixels));

    /// <summary>Adds a pixel.</summary>
    public void Add(float l, float a, float b)
    {
        Pixels++;
        L += l;
        A += a;
        B += b;
    }
}
