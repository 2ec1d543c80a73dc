#pragma warning disable
namespace Sensorium.Audio;
public static class LoudnessMeter { public static double Integrated(SoundBuffer b) { double s=0; for (int c=0;c<b.ChannelCount;c++) foreach (float x in b.Channel(c)) s+=x*x; return -0.7+10*Math.Log10(s/b.Length+1e-20);} }
public sealed class Biquad { public static Biquad LowPass(double hz,double sr,double q)=>new(); public void Process(ReadOnlySpan<float> a, Span<float> b){} }
