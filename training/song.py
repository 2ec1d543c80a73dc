#!/usr/bin/env python3
"""Trains models/song-feeling: which quadrant of the plane a window of music expresses, from the statistics that SongListener takes.

    SONG=tools/Sensorium.SongFeatures/bin/Release/net10.0/Sensorium.SongFeatures
    $SONG names > WORK/names
    $SONG render FluidR3_GM.sf2 DATA/music/emopia WORK/fluid 1 0 0 0 0 1 4          each MIDI clip as sound
    $SONG measure WORK/fluid.tsv WORK/fluid-clean < WORK/fluid.s16                  its statistics
    $SONG measure WORK/fluid.tsv WORK/fluid 11 < WORK/fluid.s16                     the same heard through rooms, lines, noise and codecs (needs ffmpeg)
    $SONG render FluidR3_GM.sf2 DATA/music/emopia WORK/fluid-band 4 band            the same notes played by a band
    $SONG measure WORK/fluid-band.tsv WORK/fluid-band 14 < WORK/fluid-band.s16
    $SONG render sf_GMbank.sf2 DATA/music/emopia WORK/csound 2 0 0 0 1 4 5
    $SONG measure WORK/csound.tsv WORK/csound-clean < WORK/csound.s16
    $SONG measure WORK/csound.tsv WORK/csound 12 < WORK/csound.s16
    $SONG render sf_GMbank.sf2 DATA/music/emopia WORK/csound-band 5 band
    $SONG measure WORK/csound-band.tsv WORK/csound-band 15 < WORK/csound-band.s16
    $SONG render MuseScore_General_Lite.sf3 DATA/music/emopia WORK/muse 3 0 0 0 0 2 5
    $SONG measure WORK/muse.tsv WORK/muse-clean < WORK/muse.s16
    $SONG measure WORK/muse.tsv WORK/muse 13 < WORK/muse.s16
    $SONG render MuseScore_General_Lite.sf3 DATA/music/emopia WORK/muse-band 6 band
    $SONG measure WORK/muse-band.tsv WORK/muse-band 16 < WORK/muse-band.s16
    python3 training/song.py choose WORK                            each font in turn unheard, songs never shared: settings are chosen here
    python3 training/song.py folds WORK                             fold models for `sensorium evaluate song`, songs never shared
    python3 training/song.py final WORK models/song-feeling
    python3 training/manifest.py models/song-feeling

Every table in WORK (FONT or FONT-HOW: .f32, .windows, .songs) is trained on. Nothing is chosen on what is reported: neither the font nor the recordings of `evaluate song`
are in WORK. Only numpy is needed.
"""
import glob
import json
import os
import struct
import sys
import zlib

import numpy as np

STATISTICS = "2"
FOLDS = 5
HIDDEN, MEMBERS, EPOCHS, BATCH, RATE, DECAY = 64, 4, 5, 64, 3e-3, 2e-3
LEFT_OUT = ("band,", "centre, mean", "flatness", "centre by level")   # timbre belongs to the instrument, not to the song


def song_of(name):
    return name.split("_", 1)[1].rsplit("_", 1)[0]


def fold_of(song):
    return zlib.crc32(song.encode()) % FOLDS


class Table:
    def __init__(self, path, width):
        self.x = np.fromfile(path + ".f32", np.float32).reshape(-1, width)
        at = np.array([line.split() for line in open(path + ".windows")], int)[:, 0]
        clips = [line.split("\t")[0].strip() for line in open(path + ".songs")]
        self.clip = np.array([clips[i] for i in at])
        self.y = np.array([int(name[1]) - 1 for name in self.clip])
        self.fold = np.array([fold_of(song_of(name)) for name in self.clip])


class Data:
    def __init__(self, work):
        self.names = open(os.path.join(work, "names"), encoding="utf-8").read().split("\n")[:-1]
        self.tables = {os.path.basename(p)[:-8]: Table(p[:-8], len(self.names)) for p in sorted(glob.glob(os.path.join(work, "*.windows")))}
        self.known = np.array([not name.startswith(LEFT_OUT) for name in self.names])
        self.models = {}

    def model(self, font, fold):
        """The model that has met neither a font (None: it has met all) nor the songs of a fold (-1: it has met all)."""
        if (font, fold) not in self.models:
            parts = [(t.x[t.fold != fold], t.y[t.fold != fold]) for name, t in self.tables.items() if font_of(name) != font]
            self.models[font, fold] = fit(np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]), self.known, fold + 1)
        return self.models[font, fold]


def font_of(table):
    return table.split("-")[0]


def log_softmax(z):
    z = z - z.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))


def scaled(model, x):
    return np.clip((x - model["middle"]) * model["scale"], -4, 4).astype(np.float32)


def fit(x, y, known, seed):
    rng = np.random.default_rng(seed)
    model = {"middle": x.mean(0), "scale": known / (x.std(0) + 1e-6)}
    x = scaled(model, x)
    n = x.shape[1]
    first, bias1, second, bias2 = [], [], [], []
    for _ in range(MEMBERS):
        p = [rng.standard_normal((HIDDEN, n)) * n ** -.5, np.zeros(HIDDEN), rng.standard_normal((4, HIDDEN)) * HIDDEN ** -.5, np.zeros(4)]
        p = [v.astype(np.float32) for v in p]
        m, v = [np.zeros_like(q) for q in p], [np.zeros_like(q) for q in p]
        step = 0
        for epoch in range(EPOCHS):
            order = rng.permutation(len(x))
            rate = RATE * .5 * (1 + np.cos(np.pi * epoch / EPOCHS))
            for i in range(0, len(x) - BATCH + 1, BATCH):
                a, t = x[order[i:i + BATCH]], np.eye(4, dtype=np.float32)[y[order[i:i + BATCH]]] * .9 + .025
                a = (a + .3 * rng.standard_normal(a.shape, np.float32)) * (rng.random(a.shape, np.float32) > .1)
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


def logits(model, x):
    z = scaled(model, x)
    h = np.maximum(np.einsum("nd,mhd->mnh", z, model["first"], optimize=True) + model["first.bias"][:, None], 0)
    return log_softmax(np.einsum("mnh,mqh->mnq", h, model["second"], optimize=True) + model["second.bias"][:, None]).mean(0)


def by_clip(table, z):
    clips, at = np.unique(table.clip, return_inverse=True)
    out = np.stack([np.bincount(at, z[:, q]) for q in range(4)], 1) / np.bincount(at)[:, None]
    return out, np.array([int(c[1]) - 1 for c in clips])


def accuracy(z, y):
    p = np.exp(log_softmax(z))
    arousal, valence = (p[:, 0] + p[:, 1] > .5) == (y < 2), (p[:, 0] + p[:, 3] > .5) == ((y == 0) | (y == 3))
    return (arousal & valence).mean(), arousal.mean(), valence.mean()


def told(z, y):
    return "quadrant {:.3f} arousal {:.3f} valence {:.3f}".format(*accuracy(z, y)) + f" log-loss {-log_softmax(z)[np.arange(len(y)), y].mean():.3f}"


def sharpness(z, y):
    grid = np.linspace(.3, 3, 28)
    return grid[np.argmax([log_softmax(z * t)[np.arange(len(y)), y].mean() for t in grid])]


def choose(d):
    """Judges every clip by a model that has met neither its font nor its song; returns how sharp the answers deserve to be."""
    answers = []
    for name, table in d.tables.items():
        z = np.zeros((len(table.y), 4))
        for fold in range(FOLDS):
            mine = table.fold == fold
            z[mine] = logits(d.model(font_of(name), fold), table.x[mine])
        answers.append(by_clip(table, z))
        print(f"{name}, this font unheard: {told(*answers[-1])}", flush=True)
    z, y = [np.concatenate([a[k] for a in answers]) for k in (0, 1)]
    sharp = sharpness(z, y)
    print(f"together: {told(z, y)}; made {sharp:.1f} times as sharp: {told(z * sharp, y)}")
    return sharp


def projection(d, model):
    """The 64 directions in which songs differ most, each in units of its spread."""
    x = np.concatenate([scaled(model, table.x) for table in d.tables.values()])
    values, vectors = np.linalg.eigh(np.cov(x.T) + 1e-4 * np.eye(x.shape[1]))
    return (vectors[:, ::-1][:, :64] / np.sqrt(values[::-1][:64] + .05)).T


def save(path, d, model, sharp):
    model = dict(model, vector=projection(d, model), sharpness=np.array([sharp]))
    header, values = {"__metadata__": {"format": "sensorium-song-feeling", "statistics": STATISTICS}}, b""
    for name, value in sorted(model.items()):
        data = np.ascontiguousarray(value, np.float32).tobytes()
        header[name] = {"dtype": "F32", "shape": list(value.shape), "data_offsets": [len(values), len(values) + len(data)]}
        values += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + values)


def main():
    command, work = sys.argv[1:3]
    d, chosen = Data(work), os.path.join(work, "sharpness")
    if command == "choose":
        with open(chosen, "w") as file:
            file.write(str(choose(d)))
    if command == "folds":
        for fold in range(FOLDS):
            save(os.path.join(work, f"fold{fold}.safetensors"), d, d.model(None, fold), float(open(chosen).read()))
    if command == "final":
        save(os.path.join(sys.argv[3], "song.safetensors"), d, d.model(None, -1), float(open(chosen).read()))


main()
