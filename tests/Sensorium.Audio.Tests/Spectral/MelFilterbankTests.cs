using System.Globalization;

namespace Sensorium.Audio.Tests.Spectral;

public sealed class MelFilterbankTests
{
    [Fact]
    public void Weight_AgainstLibrosasFilters_IsEqual()
    {
        // librosa 0.10.2: filters.mel(sr=22050, n_fft=2048, n_mels=128), the weights that are not 0, as band, bin, weight with 7 digits.
        string path = Golden.Path("mel_basis_nonzero.csv");
        var filters = new MelFilterbank(22050, 2048);
        var seen = new HashSet<(int, int)>();
        foreach (string line in File.ReadLines(path))
        {
            string[] fields = line.Split(',');
            (int band, int bin) = (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));
            seen.Add((band, bin));
            Assert.Equal(float.Parse(fields[2], CultureInfo.InvariantCulture), filters.Weight(band, bin), 1e-7f);
        }

        Assert.True(seen.Count > 1000);
        for (int band = 0; band < filters.BandCount; band++)
        {
            for (int bin = 0; bin < filters.BinCount; bin++)
            {
                Assert.True(seen.Contains((band, bin)) || filters.Weight(band, bin) < 1e-7f);
            }
        }
    }

    [Fact]
    public void ToMel_AnchorsOfTheScale_AreExact()
    {
        Assert.Equal(0, MelFilterbank.ToMel(0));
        Assert.Equal(15, MelFilterbank.ToMel(1000), 1e-12);
        Assert.Equal(42, MelFilterbank.ToMel(6400), 1e-12);
        foreach (double hertz in new[] { 0.0, 55, 999, 1001, 8000, 22050 })
        {
            Assert.Equal(hertz, MelFilterbank.ToHertz(MelFilterbank.ToMel(hertz)), 1e-9);
        }
    }

    [Fact]
    public void Apply_FlatSpectrum_GivesEachBandAboutTheSame()
    {
        // Triangles of unit area in hertz over bins of 22050 / 8192 Hz.
        var filters = new MelFilterbank(22050, 8192, 40, 200, 10000);
        var power = new float[filters.BinCount];
        power.AsSpan().Fill(1);
        var bands = new float[40];
        filters.Apply(power, bands);
        Assert.All(bands, b => Assert.Equal(8192 / 22050.0, b, 0.01));
    }

    [Fact]
    public void Weight_HtkScale_IsOneAtItsCentresAndSumsToOneBetween()
    {
        // 2595 log10(1 + f / 700): eight bands up to 8 kHz, so that centres lie a ninth of 2840.02 mel apart.
        var filters = new MelFilterbank(16000, 65536, 8, 0, 8000, MelScale.Htk);
        for (int band = 0; band < 8; band++)
        {
            double centre = 700 * (Math.Pow(10, 2840.0230467083184 * (band + 1) / 9 / 2595) - 1);
            Assert.Equal(1, filters.Weight(band, (int)Math.Round(centre * 65536 / 16000)), 0.01f);
        }

        for (int hertz = 400; hertz < 5000; hertz += 100)
        {
            Assert.Equal(1, Enumerable.Range(0, 8).Sum(band => filters.Weight(band, hertz * 65536 / 16000)), 0.01f);
        }
    }

    [Fact]
    public void Constructor_EdgesOutOfOrder_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MelFilterbank(22050, 2048, 128, 500, 400));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MelFilterbank(22050, 2048, 128, 0, 12000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MelFilterbank(22050, 2048, 0));
    }
}
