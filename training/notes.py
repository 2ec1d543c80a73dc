#!/usr/bin/env python3
"""Trains the ear that tells notes from overtones, src/Sensorium.Perception/Songs/Measures/notes.json.

    SONG=tools/Sensorium.SongFeatures/bin/Release/net10.0/Sensorium.SongFeatures
    $SONG lessons FluidR3_GM.sf2 WORK/fluid.lessons 1 100            random music that we make, rendered
    $SONG lessons sf_GMbank.sf2 WORK/csound.lessons 2 100
    $SONG lessons MuseScore_General_Lite.sf3 WORK/muse.lessons 3 40
    $SONG lessons OPL-3_FM_128M.sf2 WORK/opl.lessons 4 20
    python3 training/notes.py WORK [TESTED]                          TESTED: a font that is left out of training and measured

A network of eight hidden units slides over the semitones: what it says of a note depends on the peaks around it (three octaves each way), not on the
note, but for a bias. After it has changed, raise SongStatistics.Version. Needs torch.
"""
import glob
import json
import os
import sys

import numpy as np
import torch

REACH, NOTES, SEMITONES, HIDDEN, EPOCHS, BATCH, RATE, TRIES = 36, 64, 88, 8, 8, 128, 4e-3, 3
TO = os.path.join(os.path.dirname(__file__), "../src/Sensorium.Perception/Songs/Measures/notes.json")


def read(path):
    frame = np.dtype([("x", np.float32, (2, SEMITONES)), ("notes", "<u8")])
    data = np.fromfile(path, frame)
    y = (data["notes"][:, None] >> np.arange(NOTES, dtype=np.uint64)) & np.uint64(1)
    return torch.tensor(np.pad(data["x"], ((0, 0), (0, 0), (REACH, 12)))), torch.tensor(y.astype(np.float32))


class Ear(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Conv1d(2, HIDDEN, 2 * REACH + 1)
        self.second = torch.nn.Conv1d(HIDDEN, 1, 1, bias=False)
        self.notes = torch.nn.Parameter(torch.zeros(NOTES))

    def forward(self, x):
        return self.second(torch.relu(self.first(x)))[:, 0] + self.notes


def fit(x, y, seed):
    torch.manual_seed(seed)
    ear = Ear()
    optimiser = torch.optim.Adam(ear.parameters(), RATE)
    steps = EPOCHS * (len(x) // BATCH + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / (steps + 1))
    mean = 0.0
    for _ in range(EPOCHS):
        mean = 0.0
        for part in torch.randperm(len(x)).split(BATCH):
            loss = torch.nn.functional.binary_cross_entropy_with_logits(ear(x[part]), y[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
            mean += loss.item() * len(part) / len(x)
    return ear, mean


def main():
    torch.set_num_threads(1)
    work, tested = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    lessons = {os.path.basename(p)[:-8]: read(p) for p in sorted(glob.glob(os.path.join(work, "*.lessons")))}
    learnt = [v for k, v in lessons.items() if k != tested]
    x, y = torch.cat([v[0] for v in learnt]), torch.cat([v[1] for v in learnt])
    tries = [fit(x, y, seed) for seed in range(TRIES)]
    print(len(x), "frames; losses", [round(loss, 4) for _, loss in tries])
    ear = min(tries, key=lambda t: t[1])[0]
    with torch.no_grad():
        for name, (a, b) in lessons.items():
            found, true = ear(a) > 0, b > 0
            right = (found & true).sum().item()
            print(f"{name}{' (left out)' if name == tested else ''}: precision {right / found.sum().item():.3f} recall {right / true.sum().item():.3f}", flush=True)
    if tested is None:
        flat = lambda values: [round(float(v), 4) for v in np.asarray(values).ravel()]
        with torch.no_grad():
            loudest = torch.stack([torch.relu(ear.first(part)).amax((0, 2)) for part in x.split(2000)]).amax(0) * ear.second.weight[0, :, 0].abs()
        speaks = (loudest > .01).numpy()    # units that never say anything are left out
        kernel = ear.first.weight.detach().numpy()[speaks][:, :, ::-1]
        with open(TO, "w") as file:
            json.dump({"heights": flat(kernel[:, 0]), "peaks": flat(kernel[:, 1]), "bias": flat(ear.first.bias.detach()[speaks]),
                       "output": flat(ear.second.weight.detach()[:, speaks]), "notes": flat(ear.notes.detach())}, file)
            file.write("\n")


main()
