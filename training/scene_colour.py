#!/usr/bin/env python3
"""Fits scene-colour@1, the feeling of a scene from colour and composition, on OASIS.

    dotnet run --project tools/Sensorium.SceneTable -c Release -- OASIS_FOLDER features.csv
    python3 training/scene_colour.py features.csv OASIS_FOLDER/ratings.csv src/Sensorium.Perception/Scenes/ColourSceneTable.cs

features.csv is measured by the same C# code that the program runs. ratings.csv: file,theme,category,valence_mean,valence_sd,
arousal_mean,arousal_sd, on the scale 1..7 of Kurdi, Lozano and Banaji, "Introducing the Open Affective Standardized Image Set
(OASIS)", Behavior Research Methods 2017.

The model: tanh(intercept + sum of weight * z), z = (feature - mean) / sd clipped to +-2.5, fitted as a ridge on atanh of the rating
mapped to -1..1. The ridge pulls the weights not to 0 but to the formula of Valdez and Mehrabian 1994 (times PRIOR), so that what the
photographs do not settle stays as published. Needs numpy only. Everything is seeded: the same input gives the same table.
"""
import csv
import sys

import numpy as np

RIDGE = 200.0
PRIOR = 0.15
CLIP = 2.5
FOLDS = 5
SEEDS = range(4)
# Valdez and Mehrabian 1994: P = .69 B + .22 S, A = -.31 B + .60 S, for standardised brightness and saturation.
PUBLISHED = {"valence": {"Lightness": 0.69, "Chroma": 0.22}, "arousal": {"Lightness": -0.31, "Chroma": 0.60}}


def fold_of(themes, seed):
    """Five folds that share no theme."""
    names = np.array(sorted(set(themes)))
    np.random.default_rng(seed).shuffle(names)
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    return np.array([fold[theme] for theme in themes])


def standardise(x, mean, sd):
    return np.clip((x - mean) / sd, -CLIP, CLIP)


def fit(z, target, prior):
    """Ridge around a prior; z is standardised, so the intercept is nearly the mean."""
    centre, mean = z.mean(0), target.mean()
    c = z - centre
    weights = prior + np.linalg.solve(c.T @ c + RIDGE * np.eye(z.shape[1]), c.T @ (target - mean - c @ prior))
    return weights, mean - centre @ weights


def r(a, b):
    return float(np.corrcoef(a, b)[0, 1]) if np.std(a) > 0 and np.std(b) > 0 else 0.0


def evaluate(x, rating, themes, prior, dimension):
    """Cross-validated Pearson r per fold, and the spread that makes 80 % intervals true out of fold."""
    pooled = []
    for seed in SEEDS:
        fold = fold_of(themes, seed)
        scores, plain, constant, predicted, stated = [], [], [], np.zeros(len(rating)), np.zeros(len(rating))
        for k in range(FOLDS):
            train, test = fold != k, fold == k
            mean, sd = x[train].mean(0), x[train].std(0)
            z, out = standardise(x[train], mean, sd), standardise(x[test], mean, sd)
            weights, intercept = fit(z, np.arctanh(rating[train]), prior)
            predicted[test] = np.tanh(intercept + out @ weights)
            inside = np.abs(rating[train] - np.tanh(intercept + z @ weights))
            stated[test] = np.quantile(inside, 0.8) / 1.2816
            scores.append(r(predicted[test], rating[test]))
            plain.append(r(np.tanh(out @ prior), rating[test]))
            constant.append(float(np.sqrt(np.mean((rating[test] - rating[train].mean()) ** 2))))
        error = np.abs(rating - predicted)
        pooled.append(np.quantile(error, 0.8) / 1.2816)
        print(f"{dimension} seed {seed}: r per fold {' '.join(f'{s:.3f}' for s in scores)}, mean {np.mean(scores):.3f}, pooled {r(predicted, rating):.3f}; "
              f"plain Valdez-Mehrabian mean {np.mean(plain):.3f}; RMSE {np.sqrt(np.mean(error ** 2)):.3f}, constant {np.mean(constant):.3f}; "
              f"80 % interval covers {np.mean(error <= 1.2816 * stated):.3f}")
    return float(np.mean(pooled))


def main(features_path, ratings_path, out_path):
    with open(features_path, newline="", encoding="utf-8") as file:
        features = list(csv.DictReader(file))
    with open(ratings_path, newline="", encoding="utf-8") as file:
        ratings = {row["file"]: row for row in csv.DictReader(file)}
    names = [name for name in features[0] if name != "file"]
    x = np.array([[float(row[name]) for name in names] for row in features])
    themes = [ratings[row["file"]]["theme"] for row in features]
    mean, sd = x.mean(0), x.std(0)
    z = standardise(x, mean, sd)
    table, model = {}, {}
    for dimension in ("valence", "arousal"):
        rating = np.array([(float(ratings[row["file"]][dimension + "_mean"]) - 4) / 3 for row in features])
        prior = np.array([PRIOR * PUBLISHED[dimension].get(name, 0.0) for name in names])
        spread = evaluate(x, rating, themes, prior, dimension)
        weights, intercept = fit(z, np.arctanh(rating), prior)
        table[dimension], model[dimension] = weights, (intercept, spread)
    lines = [
        "namespace Sensorium.Perception;",
        "",
        "/// <summary>",
        f"/// The numbers of <c>scene-colour@1</c>: means and standard deviations over the {len(features)} photographs of OASIS (Kurdi, Lozano and Banaji,",
        "/// Behavior Research Methods 2017), and the weights fitted on its ratings. Written by <c>training/scene_colour.py</c>; do not edit by hand.",
        "/// </summary>",
        "internal static class ColourSceneTable",
        "{",
    ]
    for dimension in ("valence", "arousal"):
        lines += [
            f"    /// <summary>What a picture gets that is ordinary in everything, before tanh.</summary>",
            f"    public const double {dimension.capitalize()}Intercept = {model[dimension][0]:.4f};",
            "",
            f"    /// <summary>Standard deviation to state, calibrated out of fold: 80 % of ratings lie within 1.2816 of it.</summary>",
            f"    public const double {dimension.capitalize()}Sd = {model[dimension][1]:.4f};",
            "",
        ]
    lines += [
        f"    /// <summary>Standardised features are cut off here.</summary>",
        f"    public const double Clip = {CLIP};",
        "",
        "    /// <summary>One row for each feature, in the order of <see cref=\"SceneFeature\"/>: mean, standard deviation, weights.</summary>",
        "    public static readonly ColourSceneRow[] Rows =",
        "    [",
    ]
    for i, name in enumerate(names):
        lines.append(f"        new(SceneFeature.{name}, {mean[i]:.4f}, {sd[i]:.4f}, {table['valence'][i]:.4f}, {table['arousal'][i]:.4f}),")
    lines += ["    ];", "}", ""]
    with open(out_path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
