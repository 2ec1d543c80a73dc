// Writes the features of the texts in a file, one a line, as training/text.py reads them.
using Sensorium.Lab.Texts;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Sensorium.TextFeatures TEXTS OUTPUT");
    return 2;
}

using FileStream output = File.Create(args[1]);
TextFeatureFile.Write(File.ReadLines(args[0]), output);
return 0;
