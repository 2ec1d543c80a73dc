#!/usr/bin/env python3
"""Measures a face detector on what was left out of training, or on the reported sets.

    python3 training/face_check.py DATA_FOLDER WORK_FOLDER CHECKPOINT...|yunet [--side 640]
    python3 training/face_check.py DATA_FOLDER WORK_FOLDER CHECKPOINT...|yunet [--side 640] --reported

Without --reported: the photographs of the `check` themes against YuNet's sure boxes, and 300 composites of held-out FER+ `train` tiles; the
threshold and the side of the working picture are chosen on these. With it, for the card and once: the `test` themes, photos/, composites of
FER+ `valid` tiles and faces/dlib. A box is found at an overlap (intersection over union) of .4; detections on boxes of which the teacher is
not sure count neither way. The same is measured in C# by `sensorium evaluate detect`.
"""
import argparse
import os
import xml.etree.ElementTree

import cv2
import numpy as np
import torch

from face_detector import Exported, blended
from face_expression import load
from face_scenes import SceneMaker
from face_teacher import SURE, TILE_SURE, YuNet, intersection_over_union, photographs, rows_of, split_of, suppress

OVERLAP, NEIGHBOURS, DOUBTED = 0.4, 0.4, 0.5
SIZES = (0, 24, 48, 96, 10000)


class Ours:
    def __init__(self, paths, side, enlarge):
        self.side, self.enlarge = side, enlarge
        self.model = Exported(blended(paths)).eval().to(memory_format=torch.channels_last)

    @torch.no_grad()
    def find(self, bgr):
        scale = min(self.side / max(bgr.shape[:2]), self.enlarge)
        picture = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        h, w = picture.shape[:2]
        room = np.zeros((-(-h // 32) * 32, -(-w // 32) * 32, 3), np.float32)
        room[:h, :w] = picture[:, :, ::-1]
        x = torch.from_numpy(room.transpose(2, 0, 1)[None].copy()).contiguous(memory_format=torch.channels_last)
        boxes, scores, _ = (values.numpy() for values in self.model(x))
        kept = scores > 0.05
        return suppress(np.hstack([boxes[kept] / scale, scores[kept, None]]), NEIGHBOURS)


class Teacher:
    def __init__(self, data, side, enlarge):
        self.net, self.side, self.enlarge = YuNet(os.path.join(data, "models", "yunet", "yunet_n_320_320.onnx")), side, enlarge

    def find(self, bgr):
        return self.net.find(bgr, min(self.side / max(bgr.shape[:2]), self.enlarge), 0.1)


class Tally:
    """Matches detections to boxes, the surest first, over many pictures."""

    def __init__(self):
        self.found, self.truth = [], []

    def add(self, found, truth, ignored, scale=1.0):
        taken = np.zeros(len(truth), bool)
        iou = intersection_over_union(found[:, :4], truth) if len(truth) else np.zeros((len(found), 0))
        doubt = intersection_over_union(found[:, :4], ignored).max(1) if len(ignored) else np.zeros(len(found))
        at = np.zeros(len(truth))
        for i in range(len(found)):
            free = np.where(taken, 0, iou[i]) if len(truth) else np.zeros(0)
            best = int(free.argmax()) if len(truth) else -1
            if best >= 0 and free[best] >= OVERLAP:
                taken[best] = True
                at[best] = found[i, 4]
                self.found.append((found[i, 4], 1))
            elif doubt[i] < OVERLAP:
                self.found.append((found[i, 4], 0))
        self.truth += [(size * scale, score) for size, score in zip(np.sqrt(truth[:, 2:].prod(1)) if len(truth) else [], at)]

    def at(self, least):
        found, truth = np.array(self.found).reshape(-1, 2), np.array(self.truth).reshape(-1, 2)
        said = found[found[:, 0] >= least]
        recall = (truth[:, 1] >= least).mean() if len(truth) else 0
        return recall, said[:, 1].mean() if len(said) else 1.0

    def line(self, name, levels):
        truth = np.array(self.truth).reshape(-1, 2)
        text = "  ".join(f"{least:.2f}: R {self.at(least)[0]:.3f} P {self.at(least)[1]:.3f}" for least in levels)
        middle = levels[len(levels) // 2]
        sizes = " ".join(f"{low}-{high}: {(truth[chosen, 1] >= middle).mean():.2f} of {chosen.sum()}" for low, high in zip(SIZES, SIZES[1:])
                         if (chosen := (truth[:, 0] >= low) & (truth[:, 0] < high)).any())
        print(f"{name} ({len(truth)} faces)  {text}  | at {middle:.2f} by size {sizes}", flush=True)


def judged(judge, picture):
    """The judge's sure boxes, and those that it doubts; the picture at most 640 pixels long, never enlarged."""
    rows = judge.find(picture, min(1.0, 640 / max(picture.shape[:2])), DOUBTED)
    return rows[rows[:, 4] >= SURE, :4], rows[rows[:, 4] < SURE, :4]


def oasis(tally, others, detector, judge, data, split):
    """Photographs of people against the judge's boxes; false alarms on the rest, where YuNet is no judge, are counted apart."""
    for file, theme, category in photographs(data):
        if split_of(theme) == split:
            picture = cv2.imread(os.path.join(data, "scenes", "oasis", file))
            found = detector.find(picture)
            if category == "Person":
                tally.add(found, *judged(judge, picture))
            else:
                others.append(found[:, 4])


def false_alarms(others, levels):
    print(f"other photographs ({len(others)}), boxes that are no people's or small ones:",
          "  ".join(f"{least:.2f}: {sum((scores >= least).sum() for scores in others)}" for least in levels), flush=True)


def composites(tally, detector, maker, count, seed):
    """One to five tiles of 16 to 200 pixels, as they are or tinted with soft edges, on photographs without people."""
    plain = [p for p in maker.photographs if not len(p.boxes) and not len(p.doubtful)]
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        scene = maker.background(rng, 384, plain[rng.integers(len(plain))])
        for _ in range(rng.integers(1, 6)):
            maker.paste_tile(scene, rng, np.exp(rng.uniform(np.log(16), np.log(200))))
        kept = np.array(scene.boxes).reshape(-1, 4)
        tally.add(detector.find(np.ascontiguousarray(scene.picture[:, :, ::-1])), kept, np.array(scene.ignored).reshape(-1, 4))


def dlib(tally, detector, data):
    """The 43 square boxes of the dlib project's group photographs; boxes marked `ignore` count neither way."""
    folder = os.path.join(data, "faces", "dlib")
    for name in ("testing.xml", "training.xml"):
        for image in xml.etree.ElementTree.parse(os.path.join(folder, name)).iter("image"):
            found = detector.find(cv2.imread(os.path.join(folder, image.get("file"))))
            boxes = [([float(box.get(key)) for key in ("left", "top", "width", "height")], box.get("ignore") == "1") for box in image.iter("box")]
            tally.add(found, np.array([box for box, skipped in boxes if not skipped]).reshape(-1, 4),
                      np.array([box for box, skipped in boxes if skipped]).reshape(-1, 4))


def ordinary(tally, detector, judge, data):
    """photos/ against the judge's sure boxes."""
    for folder, _, files in sorted(os.walk(os.path.join(data, "photos"))):
        for picture in (cv2.imread(os.path.join(folder, file)) for file in sorted(files)):
            if picture is not None:
                tally.add(detector.find(picture), *judged(judge, picture))


def reported(args, detector, judge):
    tally, others = Tally(), []
    oasis(tally, others, detector, judge, args.data, "test")
    tally.line("test themes", args.levels)
    false_alarms(others, args.levels)
    tally = Tally()
    ordinary(tally, detector, judge, args.data)
    tally.line("photos", args.levels)
    maker = SceneMaker(args.data, args.work, ("test",))
    maker.tiles = load(os.path.join(args.data, "faces", "ferplus"), "valid")[0]
    cached = os.path.join(args.work, "valid.npz")
    if not os.path.exists(cached):
        np.savez_compressed(cached, rows=rows_of(judge, maker.tiles))
    maker.tile_rows = np.load(cached)["rows"]
    maker.usable = np.flatnonzero(maker.tile_rows[:, 4] >= TILE_SURE)
    tally = Tally()
    composites(tally, detector, maker, 500, 11)
    tally.line("composites of valid", args.levels)
    tally = Tally()
    dlib(tally, detector, args.data)
    tally.line("dlib", args.levels)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("detector", nargs="+", help="checkpoints, whose mean is taken, or yunet")
    parser.add_argument("--side", type=int, default=640)
    parser.add_argument("--enlarge", type=float, default=1.0, help="at most so many times; small pictures gain from it")
    parser.add_argument("--composites", type=int, default=300)
    parser.add_argument("--reported", action="store_true")
    parser.add_argument("--levels", type=float, nargs="+", default=[0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6])
    args = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    detector = (Teacher(args.data, args.side, args.enlarge) if args.detector == ["yunet"] else Ours(args.detector, args.side, args.enlarge))
    judge = YuNet(os.path.join(args.data, "models", "yunet", "yunet_n_320_320.onnx"))
    if args.reported:
        reported(args, detector, judge)
        return
    tally, others = Tally(), []
    oasis(tally, others, detector, judge, args.data, "check")
    tally.line("check themes", args.levels)
    false_alarms(others, args.levels)
    tally = Tally()
    composites(tally, detector, SceneMaker(args.data, args.work, ("check",), held_out=True), args.composites, 7)
    tally.line("composites", args.levels)


if __name__ == "__main__":
    main()
