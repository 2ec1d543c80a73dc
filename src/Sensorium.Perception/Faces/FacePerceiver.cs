namespace Sensorium.Perception;

/// <summary>
/// Finds the faces of a picture and reads what each of them, and all together, express. It never says whose a face is, and guesses age and
/// gender only when asked.
/// </summary>
/// <remarks>
/// The expression model gives the eight emotions. Valence and arousal are derived from them by <see cref="Circumplex"/>, not measured; a
/// small or blurred face has a wider spread and flatter shares. In the group a face weighs by its height, by the detector's confidence, and up to half less
/// where it can hardly be seen.
/// </remarks>
/// <param name="detector">Finds faces; stays the caller's to dispose.</param>
/// <param name="expressions">Reads expressions; stays the caller's to dispose.</param>
/// <param name="attributes">Guesses age and gender when asked; null where no pack is installed.</param>
public sealed class FacePerceiver(IFaceDetector detector, IFaceExpressionModel expressions, IFaceAttributesModel? attributes = null)
{
    /// <summary>The <see cref="Percept.Source"/> of what faces express.</summary>
    public const string Source = "face";

    /// <summary>Reads the faces of a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="options">Which faces, and how they are cut out; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Each face and the group; empty where there is no face.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FaceReadOptions.MostFaces"/> is under 1.</exception>
    /// <exception cref="MissingComponentException">Age and gender are asked for, but no pack for them is installed.</exception>
    public FaceReading Read(Picture picture, FaceReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        options ??= new FaceReadOptions();
        Require(options);
        (DetectedFace[] faces, int found) = Choose(picture, options, cancellationToken);
        if (faces.Length == 0)
        {
            return new FaceReading { Faces = [], Group = null, Found = 0 };
        }

        GreyTile[] margins = new GreyTile[faces.Length];
        GreyTile[] tiles = new GreyTile[faces.Length];
        for (int i = 0; i < faces.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (margins[i], tiles[i]) = Cut(picture, faces[i], options);
        }

        IReadOnlyList<EmotionScores> scores = expressions.Perceive(tiles, cancellationToken);
        IReadOnlyList<FaceAttributes>? guesses = options.AgeAndGender ? attributes!.Estimate(picture, faces, cancellationToken) : null;
        FacePercept[] percepts = new FacePercept[faces.Length];
        double[] weights = new double[faces.Length];
        for (int i = 0; i < faces.Length; i++)
        {
            FaceClarity clarity = FaceClarity.Of(faces[i].Box.Height, margins[i]);
            percepts[i] = new FacePercept(faces[i], Feel(picture, faces[i], scores[i], clarity)) { Attributes = guesses?[i] };
            weights[i] = Math.Max(faces[i].Box.Height * faces[i].Confidence * (1 - (clarity.Doubt / 2)), double.Epsilon);
        }

        bool isCut = options.Selection == FaceSelection.All && found > faces.Length;
        return new FaceReading { Faces = percepts, Group = FaceGroup.Of(percepts, weights, isCut ? found : faces.Length), Found = found, IsCut = isCut };
    }

    /// <summary>Throws what <see cref="Read"/> would throw for some options, before there is a picture.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FaceReadOptions.MostFaces"/> is under 1.</exception>
    /// <exception cref="MissingComponentException">Age and gender are asked for, but no pack for them is installed.</exception>
    public void Require(FaceReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostFaces, 1, nameof(options));
        if (options.AgeAndGender && attributes is null)
        {
            throw NoAttributes();
        }
    }

    private (DetectedFace[] Faces, int Found) Choose(Picture picture, FaceReadOptions options, CancellationToken cancellationToken)
    {
        if (options.WholePicture)
        {
            return ([new DetectedFace { Box = new(0, 0, picture.Width, picture.Height), Confidence = 1 }], 1);
        }

        IReadOnlyList<DetectedFace> found = detector.Detect(picture, cancellationToken);
        int most = options.Selection == FaceSelection.Largest ? 1 : options.MostFaces;
        DetectedFace[] faces = [.. found.OrderByDescending(face => face.Box.Within(picture.Width, picture.Height).Area).ThenBy(face => face.Box.X).ThenBy(face => face.Box.Y).Take(most)];
        return (faces, found.Count);
    }

    /// <summary>The tile by which clarity is judged, and the one whose expression is read.</summary>
    private static (GreyTile Margin, GreyTile Tile) Cut(Picture picture, DetectedFace face, FaceReadOptions options)
    {
        GreyTile margin = options.WholePicture ? FaceCrop.OfWhole(picture) : FaceCrop.Of(picture, face);
        GreyTile tile = options.Crop switch
        {
            FaceCropKind.BackgroundRemoved => FaceCrop.RemoveBackground(margin),
            FaceCropKind.Aligned when !options.WholePicture => FaceCrop.Of(picture, face, FaceCropKind.Aligned),
            _ => margin,
        };
        return (margin, tile);
    }

    private Percept Feel(Picture picture, DetectedFace face, EmotionScores stated, FaceClarity clarity)
    {
        EmotionScores emotions = clarity.Soften(stated);
        return new()
        {
            Affect = clarity.Widen(Circumplex.AffectOf(emotions)),
            Emotions = emotions,
            Evidence = FaceWords.OfFace(face, emotions, clarity, picture.Width, picture.Height),
            Source = Source,
            Model = expressions.Model,
        };
    }

    private static MissingComponentException NoAttributes() => new(OnnxFaceAttributesModel.Task, new LocalizedText(
        "Age and gender were asked for, but no model of the task \"face-attributes\" is installed and none comes with Sensorium. Put the folder of one, with its model.json, into models/ of Sensorium's own folder ('sensorium where' says which), or leave the option out.",
        "나이와 성별을 요청했지만 \"face-attributes\" 모델이 설치되어 있지 않습니다. Sensorium에는 이 모델이 들어 있지 않습니다. model.json이 있는 모델 폴더를 Sensorium 폴더의 models/에 넣거나('sensorium where'로 위치 확인) 이 옵션을 빼고 실행하십시오."));
}
