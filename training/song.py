#!/usr/bin/env python3
"""Trains models/song-feeling: which quadrant of the plane a window of music expresses, from the statistics that SongListener takes.

    SONG=tools/Sensorium.SongFeatures/bin/Release/net10.0/Sensorium.SongFeatures
    $SONG names > WORK/names
    $SONG score DATA/music/emopia WORK/score 1                      what would be heard of each MIDI file, without sound
    $SONG render FluidR3_GM.sf2 DATA/music/emopia WORK/font 1 0 0 0 0 1 4   the same files (or a part of them) as sound
    $SONG measure WORK/font.tsv WORK/font < WORK/font.s16           statistics of that sound
    python3 training/song.py folds WORK                             fold models for `sensorium evaluate song`, songs never shared
    python3 training/song.py final WORK models/song-feeling
    python3 training/manifest.py models/song-feeling

WORK/score covers all songs; every other table in WORK with a .windows file beside it is rendered sound, of all songs or of some. Two things come of
sound: its windows train as they are, and the pairs (the same window as score and as sound) say for each statistic how well it is heard: its mean
and spread in sound and its correlation with the score. Windows of the score train as if heard: scaled to sound, with the noise that the correlation
leaves, drawn anew each epoch. Statistics that a score does not have, or that are heard worse than LEAST, are left out. With many rendered songs the
score hardly matters; with few it carries the training. Nothing is chosen on what is reported; only numpy is needed.
"""
import glob
import json
import os
import struct
import sys
import zlib

import numpy as np

FOLDS, LEAST = 5, .4
HIDDEN, MEMBERS, EPOCHS, BATCH, RATE, DECAY = 24, 3, 16, 64, 4e-3, 2e-3
SHARE, SHRINK = .5, .25       # of the discriminant beside the networks; of its covariance towards a diagonal one
LEFT_OUT = ("band,", "centre, mean", "flatness", "centre by level")   # timbre belongs to the instrument, not to the song


def song_of(name):
    return name.split("_", 1)[1].rsplit("_", 1)[0]


def fold_of(song):
    return zlib.crc32(song.encode()) % FOLDS


class Table:
    def __init__(self, path, width):
        self.x = np.fromfile(path + ".f32", np.float32).reshape(-1, width)
        windows = np.array([line.split() for line in open(path + ".windows")], int).reshape(-1, 2)
        clips = [line.split("\t")[0].strip() for line in open(path + ".songs")]
        self.clip = np.array([clips[i] for i in windows[:, 0]])
        self.at = windows[:, 1]
        self.y = np.array([int(name[1]) - 1 for name in self.clip])
        self.fold = np.array([fold_of(song_of(name)) for name in self.clip])


class Data:
    def __init__(self, work):
        self.names = open(os.path.join(work, "names"), encoding="utf-8").read().split("\n")[:-1]
        self.score = Table(os.path.join(work, "score"), len(self.names))
        paths = sorted(p[:-8] for p in glob.glob(os.path.join(work, "*.windows")))
        self.sounds = [Table(p, len(self.names)) for p in paths if os.path.basename(p) != "score"]
        self.heard = self.pairs()

    def pairs(self):
        place = {(c, a): i for i, (c, a) in enumerate(zip(self.score.clip, self.score.at))}
        a, b = [], []
        for sound in self.sounds:
            for i, key in enumerate(zip(sound.clip, sound.at)):
                if key in place:
                    a.append(sound.x[i])
                    b.append(self.score.x[place[key]])
        a, b = np.array(a), np.array(b)
        spread_a, spread_b = a.std(0) + 1e-6, b.std(0) + 1e-6
        r = ((a - a.mean(0)) * (b - b.mean(0))).mean(0) / spread_a / spread_b
        known = np.array([not name.startswith(LEFT_OUT) for name in self.names]) & (r > LEAST) & (spread_b > 1e-5)
        print(len(a), "pairs,", known.sum(), "of", len(r), "statistics are heard", flush=True)
        return {"middle": a.mean(0), "spread": spread_a, "score": b.mean(0), "score_spread": spread_b, "r": np.clip(r, 0, 1), "known": known}


def scaled(heard, x):
    return np.clip((x - heard["middle"]) / heard["spread"] * heard["known"], -4, 4)


def as_heard(heard, x, rng):
    z = np.clip((x - heard["score"]) / heard["score_spread"], -4, 4)
    z = heard["r"] * z + np.sqrt(1 - heard["r"] ** 2) * rng.standard_normal(z.shape)
    return np.clip(z, -4, 4) * heard["known"]


def log_softmax(z):
    z = z - z.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))


def draw(d, keep, rng):
    """Windows of the score as if heard, and those of sound as they are, moved a little as another instrument would."""
    xs, ys = [as_heard(d.heard, d.score.x[keep(d.score)], rng)], [d.score.y[keep(d.score)]]
    for sound in d.sounds:
        z = scaled(d.heard, sound.x[keep(sound)])
        xs.append(np.clip(z + .3 * rng.standard_normal(z.shape) * d.heard["known"], -4, 4))
        ys.append(sound.y[keep(sound)])
    return np.concatenate(xs).astype(np.float32), np.concatenate(ys)


def fit(d, keep, seed):
    rng = np.random.default_rng(seed)
    drawn = [draw(d, keep, rng) for _ in range(3)]
    x, y = np.concatenate([q[0] for q in drawn]), np.concatenate([q[1] for q in drawn])
    n = x.shape[1]
    means = np.stack([x[y == q].mean(0) for q in range(4)])
    centred = x - means[y]
    cov = centred.T @ centred / len(x)
    cov = (1 - SHRINK) * cov + SHRINK * np.diag(np.diag(cov)) + 1e-3 * np.eye(n)
    w = np.linalg.solve(cov, means.T).T * d.heard["known"]
    model = {"discriminant": w, "discriminant.bias": -.5 * (w * means).sum(1)}
    first, bias1, second, bias2 = [], [], [], []
    for _ in range(MEMBERS):
        p = [rng.standard_normal((HIDDEN, n)) * n ** -.5, np.zeros(HIDDEN), rng.standard_normal((4, HIDDEN)) * HIDDEN ** -.5, np.zeros(4)]
        p = [v.astype(np.float32) for v in p]
        m, v = [np.zeros_like(q) for q in p], [np.zeros_like(q) for q in p]
        step = 0
        for epoch in range(EPOCHS):
            x, y = draw(d, keep, rng)
            order = rng.permutation(len(x))
            rate = RATE * .5 * (1 + np.cos(np.pi * epoch / EPOCHS))
            for i in range(0, len(x) - BATCH + 1, BATCH):
                a, t = x[order[i:i + BATCH]], np.eye(4, dtype=np.float32)[y[order[i:i + BATCH]]] * .9 + .025
                a = a * (rng.random(a.shape, np.float32) > .1)
                h = np.maximum(a @ p[0].T + p[1], 0)
                drop = (rng.random(h.shape, np.float32) > .3) / np.float32(.7)
                g = (np.exp(log_softmax((h * drop) @ p[2].T + p[3])) - t) / BATCH
                back = (g @ p[2]) * drop * (h > 0)
                grads = [back.T @ a, back.sum(0), g.T @ (h * drop), g.sum(0)]
                step += 1
                for k in range(4):
                    m[k] += .1 * (grads[k] - m[k])
                    v[k] += .001 * (grads[k] ** 2 - v[k])
                    p[k] -= rate * ((m[k] / (1 - .9 ** step)) / (np.sqrt(v[k] / (1 - .999 ** step)) + 1e-8) + (DECAY * p[k] if k % 2 == 0 else 0))
        for out, value in zip((first, bias1, second, bias2), p):
            out.append(value)
    model.update({"first": np.stack(first), "first.bias": np.stack(bias1), "second": np.stack(second), "second.bias": np.stack(bias2)})
    return model


def logits(model, z):
    h = np.maximum(np.einsum("nd,mhd->mnh", z, model["first"], optimize=True) + model["first.bias"][:, None], 0)
    net = log_softmax(np.einsum("mnh,mqh->mnq", h, model["second"], optimize=True) + model["second.bias"][:, None]).mean(0)
    return (1 - SHARE) * net + SHARE * log_softmax(z @ model["discriminant"].T + model["discriminant.bias"])


def by_clip(table, z):
    clips, at = np.unique(table.clip, return_inverse=True)
    out = np.stack([np.bincount(at, z[:, q]) for q in range(4)], 1) / np.bincount(at)[:, None]
    return clips, out, np.array([int(c[1]) - 1 for c in clips])


def accuracy(z, y):
    p = np.exp(log_softmax(z))
    arousal, valence = p[:, 0] + p[:, 1] > .5, p[:, 0] + p[:, 3] > .5
    return (p.argmax(1) == y).mean(), (arousal == (y < 2)).mean(), (valence == ((y == 0) | (y == 3))).mean()


def sharpness(z, y):
    grid = np.linspace(.3, 3, 28)
    return grid[np.argmax([log_softmax(z * t)[np.arange(len(y)), y].mean() for t in grid])]


def projection(d, rng):
    """The 64 directions in which songs differ most, each in units of its spread; timbre included where sound has it."""
    x = np.concatenate([as_heard(d.heard, d.score.x, rng)] + [scaled(d.heard, s.x) for s in d.sounds])
    values, vectors = np.linalg.eigh(np.cov(x.T) + 1e-4 * np.eye(x.shape[1]))
    return (vectors[:, ::-1][:, :64] / np.sqrt(values[::-1][:64] + .05)).T


def save(path, d, model, sharp, rng):
    model = dict(model, middle=d.heard["middle"], scale=d.heard["known"] / d.heard["spread"], vector=projection(d, rng), mix=np.array([SHARE, sharp]))
    header, values = {"__metadata__": {"format": "sensorium-song-feeling", "statistics": "1"}}, b""
    for name, value in sorted(model.items()):
        data = np.ascontiguousarray(value, np.float32).tobytes()
        header[name] = {"dtype": "F32", "shape": list(value.shape), "data_offsets": [len(values), len(values) + len(data)]}
        values += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + values)


def folds(d):
    """Every fold's model and its logits on windows of songs that it has not seen."""
    models, score = [], np.zeros((len(d.score.y), 4))
    heard = [np.zeros((len(s.y), 4)) for s in d.sounds]
    for fold in range(FOLDS):
        model = fit(d, lambda table: table.fold != fold, fold)
        mine = d.score.fold == fold
        score[mine] = logits(model, as_heard(d.heard, d.score.x[mine], np.random.default_rng(fold)))
        for z, sound in zip(heard, d.sounds):
            z[sound.fold == fold] = logits(model, scaled(d.heard, sound.x[sound.fold == fold]))
        models.append(model)
        print("fold", fold, flush=True)
    sharp = 1.0
    for name, table, z in [("score as heard", d.score, score)] + [("sound", s, z) for s, z in zip(d.sounds, heard)]:
        _, mean, y = by_clip(table, z)
        sharp = sharpness(mean, y) if name.startswith("score") else sharp
        print(f"{name}: {len(y)} clips, quadrant {accuracy(mean, y)[0]:.3f} arousal {accuracy(mean, y)[1]:.3f} valence {accuracy(mean, y)[2]:.3f}", flush=True)
    return models, sharp


def main():
    command, work = sys.argv[1:3]
    d = Data(work)
    models, sharp = folds(d)
    with open(os.path.join(work, "sharpness"), "w") as file:
        file.write(str(sharp))
    for fold, model in enumerate(models):
        save(os.path.join(work, f"fold{fold}.safetensors"), d, model, sharp, np.random.default_rng(0))
    if command == "final":
        save(os.path.join(sys.argv[3], "song.safetensors"), d, fit(d, lambda table: np.ones(len(table.y), bool), 99), sharp, np.random.default_rng(0))


main()
