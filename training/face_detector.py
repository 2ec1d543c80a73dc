#!/usr/bin/env python3
"""Trains the first stage of face-detector@2 (face_second.py trains the second): boxes and five points of every face in a picture of any size.

    python3 training/face_teacher.py DATA_FOLDER WORK_FOLDER
    python3 training/face_detector.py DATA_FOLDER WORK_FOLDER [--epochs 86]
    python3 training/face_detector.py DATA_FOLDER WORK_FOLDER --name second --start WORK_FOLDER/detector.pt --seed 2 --rate 1e-3 --epochs 7
    python3 training/face_check.py DATA_FOLDER WORK_FOLDER WORK_FOLDER/detector.pt WORK_FOLDER/second.pt
    python3 training/face_detector.py DATA_FOLDER WORK_FOLDER --blend detector second --export models/face-detector

DATA_FOLDER holds faces/ferplus, scenes/oasis and models/yunet; face_teacher.py asks YuNet for boxes and points first. Scenes are drawn by
face_scenes.py from the photographs of the training themes of OASIS and the tiles of FER+ `train`; face_check.py measures on the themes and
tiles that were left out for choosing the threshold. The reported themes, FER+ `valid`, faces/dlib and photos are never read here.

A single-shot, anchor-free network: residual 3 x 3 convolutions down to a stride of 32, a top-down path (Lin et al., "Feature pyramid
networks for object detection", CVPR 2017) and one small head for the strides 8, 16 and 32. Cells are given to faces by how well score and box
agree already (Feng et al., "TOOD: task-aligned one-stage object detection", ICCV 2021); the score learns the overlap (quality focal loss, Li
et al., "Generalized focal loss", NeurIPS 2020), the box its generalised overlap (Rezatofighi et al., CVPR 2019).

Resumable: a checkpoint is written after each epoch and picked up by the same command. Seeded: --seed. Uses bfloat16 where the processor
multiplies it in hardware, which changes the last digits from machine to machine. Needs numpy, OpenCV, torch and, for --export, onnx.
"""
import argparse
import copy
import hashlib
import json
import math
import os
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from face_expression import halve
from face_scenes import MOST_FACES, SceneMaker
from face_teacher import photographs, split_of

STRIDES = (8, 16, 32)
MEAN, SCALE = 128.0, 64.0
LARGEST_EXPONENT = 5.0


def convolution(inputs, outputs, size=3, stride=1, dilation=1, groups=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, size, stride, size // 2 * dilation, dilation, groups, bias=False),
                         nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Block(nn.Module):
    """Two 3 x 3 convolutions through a narrow middle, around a shortcut."""

    def __init__(self, width, middle, dilation=1):
        super().__init__()
        self.squeeze = convolution(width, middle, dilation=dilation)
        self.expand = nn.Sequential(nn.Conv2d(middle, width, 3, 1, dilation, dilation, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return F.relu(self.expand(self.squeeze(x)) + x, inplace=True)


class Surroundings(nn.Module):
    """Pools over 5, 9 and 13 cells beside the cell itself (He et al., "Spatial pyramid pooling", ECCV 2014)."""

    def __init__(self, width, middle):
        super().__init__()
        self.squeeze = convolution(width, middle, 1)
        self.join = convolution(4 * middle, width, 1)

    def forward(self, x):
        x = [self.squeeze(x)]
        for _ in range(3):
            x.append(F.max_pool2d(x[-1], 5, 1, 2))
        return self.join(torch.cat(x, 1))


class Detector(nn.Module):
    """RGB 0..255 [n, 3, h, w] -> for each stride the raw map [n, 15, h / s, w / s]: score, box (2 + 2), five points (10)."""

    def __init__(self, widths=(16, 32, 64, 96, 128), neck=64):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = nn.Sequential(convolution(3, a, stride=2), convolution(a, b, stride=2))
        self.fine = nn.Sequential(convolution(b, c, stride=2), Block(c, c // 2))
        self.middle = nn.Sequential(convolution(c, d, stride=2), Block(d, d // 2), Block(d, d // 2))
        self.coarse = nn.Sequential(convolution(d, e, stride=2), Block(e, e // 2), Block(e, e // 2, 2), Surroundings(e, e // 2))
        self.lateral = nn.ModuleList([convolution(width, neck, 1) for width in (c, d, e)])
        self.smooth = nn.ModuleList([nn.Sequential(convolution(neck, neck, groups=neck), convolution(neck, neck, 1)) for _ in range(2)])
        self.head = nn.Sequential(convolution(neck, neck, groups=neck), convolution(neck, neck, 1),
                                  convolution(neck, neck, groups=neck), convolution(neck, neck, 1))
        self.out = nn.ModuleList([nn.Conv2d(neck, 15, 1) for _ in STRIDES])
        for layer in self.out:
            nn.init.normal_(layer.weight, std=0.01)
            nn.init.constant_(layer.bias, 0)
            layer.bias.data[0] = -4.6
            layer.bias.data[3:5] = 0.9

    def forward(self, x):
        fine = self.fine(self.stem((x - MEAN) / SCALE))
        middle = self.middle(fine)
        coarse = self.lateral[2](self.coarse(middle))
        middle = self.smooth[1](grown(coarse, self.lateral[1](middle)))
        fine = self.smooth[0](grown(middle, self.lateral[0](fine)))
        return [out(self.head(level)) for out, level in zip(self.out, (fine, middle, coarse))]


def grown(small, large):
    """The sum of a map and one of half its size; where a side is odd, the last row or column of the doubled map is left over."""
    return large + F.interpolate(small, scale_factor=2.0, mode="nearest")[:, :, :large.shape[2], :large.shape[3]]


def decode(maps, strides=STRIDES):
    """Raw maps -> logits [n, k], centre and size [n, k, 4] and points [n, k, 10] in pixels, cell centres [n, k, 2].

    The centre counts in strides from the cell's centre, the size is an exponent, the points count in sizes from the box's centre.
    """
    logits, boxes, points, cells = [], [], [], []
    for raw, stride in zip(maps, strides):
        raw = raw.float()
        one = torch.ones_like(raw[:, :1])
        cell = torch.cat([one.cumsum(3) - 0.5, one.cumsum(2) - 0.5], 1) * stride
        centre, size = cell + raw[:, 1:3] * stride, raw[:, 3:5].clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT).exp() * stride
        five = raw[:, 5:15] * size.detach().repeat(1, 5, 1, 1) + centre.detach().repeat(1, 5, 1, 1)
        flat = lambda x: x.flatten(2).transpose(1, 2)
        logits.append(flat(raw[:, :1])[..., 0])
        boxes.append(flat(torch.cat([centre, size], 1)))
        points.append(flat(five))
        cells.append(flat(cell))
    return torch.cat(logits, 1), torch.cat(boxes, 1), torch.cat(points, 1), torch.cat(cells, 1)


def corners(box):
    return torch.cat([box[..., :2] - box[..., 2:] / 2, box[..., :2] + box[..., 2:] / 2], -1)


def overlap(a, b):
    """Intersection over union and its generalised form for corner boxes that broadcast."""
    shared = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    area = lambda x: (x[..., 2:] - x[..., :2]).clamp(min=0).prod(-1)
    union = area(a) + area(b) - shared + 1e-6
    hull = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1) + 1e-6
    return shared / union, shared / union - (hull - union) / hull


@torch.no_grad()
def assign(score, found, cells, truth, present, ignored, count=10, trust=0.5, power=4.0):
    """Which face each cell learns [n, k] (-1: none), the score it should have [n, k], and which cells count as background [n, k]."""
    iou = overlap(found[:, None], truth[:, :, None])[0]
    inside = ((cells[:, None] > truth[:, :, None, :2]) & (cells[:, None] < truth[:, :, None, 2:])).all(-1) & present[..., None]
    fit = score[:, None] ** trust * (iou + 1e-3) ** power * inside
    best = fit.topk(min(count, fit.shape[2]), 2).values[..., -1:]
    chosen = (fit >= best) & (fit > 0)
    fit = fit * chosen
    # A cell that several faces want goes to the one that it fits best.
    winner = (iou * chosen + chosen).argmax(1)
    chosen = chosen & F.one_hot(winner, fit.shape[1]).transpose(1, 2).bool()
    fit = fit * chosen
    share = fit / fit.amax(2, keepdim=True).clamp(min=1e-9) * (iou * chosen).amax(2, keepdim=True).clamp(min=0.1)
    taken = chosen.any(1)
    inside_ignored = ((cells[:, None] > ignored[:, :, None, :2]) & (cells[:, None] < ignored[:, :, None, 2:])).all(-1).any(1)
    return torch.where(taken, winner, torch.full_like(winner, -1)), (share * chosen).sum(1), taken | ~inside_ignored


def losses(maps, batch):
    logits, boxes, points, cells = decode(maps)
    truth, found, score = batch["boxes"], corners(boxes), logits.sigmoid()
    face, goal, counts = assign(score, found, cells, truth, batch["present"], batch["ignored"])
    weight = (score - goal).abs() ** 2 * counts
    total = goal.sum().clamp(min=1)
    quality = (F.binary_cross_entropy_with_logits(logits, goal, reduction="none") * weight.detach()).sum() / total
    taken = face >= 0
    if not taken.any():
        return quality, quality * 0, quality * 0
    picture = torch.arange(len(face))[:, None].expand_as(face)[taken]
    mine, share = truth[picture, face[taken]], goal[taken]
    box = ((1 - overlap(found[taken], mine)[1]) * share).sum() / total
    size = (mine[:, 2:] - mine[:, :2]).repeat(1, 5)
    away = F.smooth_l1_loss(points[taken] / size, batch["points"][picture, face[taken]] / size, reduction="none", beta=0.05).mean(1)
    return quality, box, (away * share).sum() / total


class Scenes(torch.utils.data.Dataset):
    """The two pictures of scene number i of the seed, for a batch sampler of (number, side)."""

    def __init__(self, maker, seed):
        self.maker, self.seed = maker, seed

    def __getitem__(self, key):
        number, side = key
        cv2.setNumThreads(0)
        return [self.example(scene) for scene in self.maker.draw(np.random.default_rng([self.seed, number]), side)]

    @staticmethod
    def example(scene):
        boxes, ignored = np.zeros((MOST_FACES, 4), np.float32), np.zeros((2 * MOST_FACES, 4), np.float32)
        points, present = np.zeros((MOST_FACES, 10), np.float32), np.zeros(MOST_FACES, bool)
        for i, (box, five) in enumerate(zip(scene.boxes, scene.points)):
            boxes[i], points[i], present[i] = [*box[:2], *(box[:2] + box[2:])], np.ravel(five), True
        for i, box in enumerate(scene.ignored[:2 * MOST_FACES]):
            ignored[i] = [*box[:2], *(box[:2] + box[2:])]
        return {"pixels": np.ascontiguousarray(scene.picture.transpose(2, 0, 1)), "boxes": boxes, "points": points,
                "present": present, "ignored": ignored}


def collate(pairs):
    return torch.utils.data.default_collate([example for pair in pairs for example in pair])


def batches(epoch, steps, size, side):
    """Scenes of two pictures each. Every fifth batch has larger pictures, so that large faces are learnt too."""
    number = epoch * steps * size
    for step in range(steps):
        large = step % 5 == 4
        yield [(number + step * size + i, 2 * side if large else side) for i in range(max(1, size // (8 if large else 2)))]


def train(args):
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    maker = SceneMaker(args.data, args.work)
    print(json.dumps({"photographs": len(maker.photographs), "with faces": len(maker.people), "tiles": len(maker.usable)}), flush=True)
    model = Detector().to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    decay = [value for value in model.parameters() if value.ndim > 1]
    plain = [value for value in model.parameters() if value.ndim == 1]
    optimiser = torch.optim.AdamW([{"params": decay, "weight_decay": args.decay}, {"params": plain, "weight_decay": 0}], lr=args.rate)
    first, last = 0, os.path.join(args.work, args.name + ".pt")
    if args.start:
        model.load_state_dict(torch.load(args.start)["average"])
        average.load_state_dict(model.state_dict())
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["epoch"] + 1
    for epoch in range(first, args.epochs):
        began, totals, seen = time.time(), np.zeros(3), 0
        plan = list(batches(epoch, args.steps, args.batch, args.side))
        loader = torch.utils.data.DataLoader(Scenes(maker, args.seed), batch_sampler=plan, num_workers=args.workers, collate_fn=collate)
        model.train()
        for step, batch in enumerate(loader):
            progress = (epoch + step / args.steps) / args.epochs
            rate = args.rate * min(1.0, (epoch * args.steps + step + 1) / 200) * (0.02 + 0.49 * (1 + math.cos(math.pi * progress)))
            for group in optimiser.param_groups:
                group["lr"] = rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                maps = model(batch["pixels"].float().contiguous(memory_format=torch.channels_last))
            quality, box, points = losses(maps, batch)
            optimiser.zero_grad()
            (quality + 2 * box + points).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            totals += [quality.item(), box.item(), points.item()]
            seen += len(batch["pixels"])
            done = epoch * args.steps + step
            keep = min(0.998, (1 + done) / (10 + done))
            with torch.no_grad():
                for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
                    if mine.is_floating_point():
                        mine.lerp_(theirs, 1 - keep)
                    else:
                        mine.copy_(theirs)
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch}, last + ".new")
        os.replace(last + ".new", last)
        seconds = time.time() - began
        print(json.dumps({"epoch": epoch, "score": round(totals[0] / args.steps, 4), "box": round(totals[1] / args.steps, 4),
                          "points": round(totals[2] / args.steps, 4), "seconds": round(seconds), "scenes/s": round(seen / seconds, 1)}), flush=True)


class Exported(nn.Module):
    """One picture, decoded: boxes [k, 4] as x, y, width, height, scores [k] and points [k, 10], all in input pixels.

    The network looks twice, for a quarter more work: at the picture, and at the picture halved, there for large faces alone. Photographs of
    OASIS are 320 pixels wide, so it has hardly seen a large sharp face.
    """

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, x):
        near, far = decode(self.model(x)), decode(self.model(F.avg_pool2d(x, 2))[1:], STRIDES[1:])
        logits, boxes, points = torch.cat([near[0], far[0]], 1), torch.cat([near[1], 2 * far[1]], 1), torch.cat([near[2], 2 * far[2]], 1)
        boxes = torch.cat([boxes[0, :, :2] - boxes[0, :, 2:] / 2, boxes[0, :, 2:]], 1)
        return boxes, logits[0].sigmoid(), points[0]


def blended(paths):
    """A network whose weights are the mean of the averaged weights of one or more checkpoints of one line of training."""
    states = [torch.load(path)["average"] for path in paths]
    model = Detector()
    model.load_state_dict({key: sum(state[key] for state in states) / len(states) if value.is_floating_point() else value
                           for key, value in states[0].items()})
    return model.eval()


def export(args):
    """detector.onnx, and its size, sum and held-out themes in model.json; the rest of that file is written by hand."""
    model = blended([os.path.join(args.work, name + ".pt") for name in args.blend or [args.name]])
    target = os.path.join(args.export, "detector.onnx")
    torch.onnx.export(Exported(model).eval(), torch.zeros(1, 3, 96, 128), target, opset_version=14, input_names=["pixels"],
                      output_names=["boxes", "scores", "landmarks"],
                      dynamic_axes={"pixels": {2: "height", 3: "width"}, "boxes": {0: "cells"}, "scores": {0: "cells"}, "landmarks": {0: "cells"}})
    halve(target)
    with open(target, "rb") as file:
        content = file.read()
    manifest = os.path.join(args.export, "model.json")
    with open(manifest, encoding="utf-8") as file:
        text = json.load(file)
    entry = {"path": "detector.onnx", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    text["files"] = [entry] + [one for one in text["files"] if one["path"] != entry["path"]]
    text["parameters"]["heldOutThemes"] = sorted({theme for _, theme, _ in photographs(args.data) if split_of(theme) == "test"})
    with open(manifest, "w", encoding="utf-8") as file:
        file.write(json.dumps(text, ensure_ascii=False, indent=2) + "\n")
    print(json.dumps({"file": target, **text["files"][0]}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("--name", default="detector")
    parser.add_argument("--start", help="a checkpoint to continue from with a fresh rate")
    parser.add_argument("--epochs", type=int, default=86)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--side", type=int, default=224)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--threads", type=int, default=1, help="one is faster than two where other work shares the cores")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blend", nargs="+", help="with --export: runs of one line of weights, to be averaged")
    parser.add_argument("--export", help="the model's folder, with its model.json")
    args = parser.parse_args()
    export(args) if args.export else train(args)


if __name__ == "__main__":
    main()
