#!/usr/bin/env python3
"""Trains the two judges of written music on EMOPIA's piano pieces: one that ranks candidates of `compose`, one that `evaluate compose` judges by.

    dotnet build tools/Sensorium.ScoreFeatures -c Release
    tools/Sensorium.ScoreFeatures/bin/Release/net10.0/Sensorium.ScoreFeatures DATA/music/emopia WORK/emopia.csv
    python3 training/score.py WORK/emopia.csv models

They share no song and no method: songs whose name (the 11 signs after the quadrant) has an even FNV-1a sum train the judge, a kernel machine; the others
train the ranker, a linear discriminant. Neither ever sees a composed piece. Prints the accuracy of five folds by song, three divisions each. Seeded; half a minute.
"""
import os
import sys

import numpy as np
import pandas as pd
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

import arrays

QUADRANTS = 4  # Q1 glad, Q2 tense, Q3 sad, Q4 calm
GAMMA, RIDGE = 0.003, 1.0  # of the kernel machine: width and regularisation, as chosen on the ranker's half
SHRINKAGE = 0.4  # of the discriminant's covariance


def fnv(text):
    total = 2166136261
    for byte in text.encode():
        total = ((total ^ byte) * 16777619) & 0xFFFFFFFF
    return total


class Kernel:
    """Ridge regression of the quadrants on a Gaussian kernel (a least-squares support vector machine)."""

    def fit(self, x, q):
        self.mean, self.scale = x.mean(0), x.std(0) + 1e-6
        self.support = np.clip((x - self.mean) / self.scale, -4, 4)
        self.dual = np.linalg.solve(self.kernel(self.support) + RIDGE * np.eye(len(x)), np.eye(QUADRANTS)[q] - 1 / QUADRANTS)
        return self

    def kernel(self, z):
        return np.exp(-GAMMA * np.maximum(0, (z ** 2).sum(1)[:, None] - 2 * z @ self.support.T + (self.support ** 2).sum(1)))

    def logits(self, x):
        return self.kernel(np.clip((x - self.mean) / self.scale, -4, 4)) @ self.dual

    def arrays(self):
        return {"mean": self.mean, "scale": self.scale, "support": self.support, "dual": self.dual, "gamma": [GAMMA]}


class Linear:
    """Linear discriminant analysis with a shrunk covariance."""

    def fit(self, x, q):
        self.mean, self.scale = x.mean(0), x.std(0) + 1e-6
        model = LinearDiscriminantAnalysis(solver="eigen", shrinkage=SHRINKAGE, priors=np.full(QUADRANTS, 1 / QUADRANTS))
        model.fit(np.clip((x - self.mean) / self.scale, -4, 4), q)
        self.weights, self.bias = model.coef_.T, model.intercept_
        return self

    def logits(self, x):
        return np.clip((x - self.mean) / self.scale, -4, 4) @ self.weights + self.bias

    def arrays(self):
        return {"mean": self.mean, "scale": self.scale, "weights": self.weights, "bias": self.bias}


def shares(logits, temperature):
    p = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return p / p.sum(1, keepdims=True)


def folds(make, x, q, song, whole, divisions=3):
    """Logits of every whole piece from models that never heard its song, for each division."""
    names = np.array(sorted(set(song)))
    for division in range(divisions):
        place = dict(zip(names, np.random.RandomState(division).permutation(len(names)) % 5))
        fold = np.array([place[name] for name in song])
        out = np.zeros((len(x), QUADRANTS))
        for k in range(5):
            out[fold == k] = make().fit(x[fold != k], q[fold != k]).logits(x[fold == k])
        yield out[whole]


def train(name, make, x, q, song, whole, target):
    results = list(folds(make, x, q, song, whole))
    truth = q[whole]
    accuracy = [np.mean(r.argmax(1) == truth) for r in results]
    glad, lively = np.isin(truth, (0, 3)), np.isin(truth, (0, 1))
    valence = [np.mean(np.isin(r.argmax(1), (0, 3)) == glad) for r in results]
    arousal = [np.mean(np.isin(r.argmax(1), (0, 1)) == lively) for r in results]
    print(f"{name}: {whole.sum()} pieces of {len(set(song))} songs; quadrant {np.mean(accuracy):.3f} +- {np.std(accuracy):.3f}, "
          f"arousal {np.mean(arousal):.3f}, valence {np.mean(valence):.3f}; the commonest quadrant {np.bincount(truth).max() / len(truth):.3f}")
    temperatures = np.exp(np.linspace(-4, 2, 121))
    loss = [np.mean([-np.log(shares(r, t)[np.arange(len(truth)), truth] + 1e-12).mean() for r in results]) for t in temperatures]
    model = make().fit(x, q)
    folder = os.path.join(target, name)
    os.makedirs(folder, exist_ok=True)
    arrays.write(os.path.join(folder, "score.safetensors"), model.arrays() | {"temperature": [temperatures[int(np.argmin(loss))]]}, {"kind": "score", "version": "1"})


def main():
    table, target = sys.argv[1:]
    data = pd.read_csv(table)
    song = data.file.str.extract(r"Q\d_(.{11})")[0].values
    q = data.file.str[1].astype(int).values - 1
    x = data.drop(columns=["file", "stretch"]).values
    whole = data.stretch.values == 0
    even = np.array([fnv(name) % 2 == 0 for name in song])
    for name, make, half in (("score-judge", Kernel, even), ("score-ranker", Linear, ~even)):
        train(name, make, x[half], q[half], song[half], whole[half], target)


if __name__ == "__main__":
    main()
