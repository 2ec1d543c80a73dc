#!/usr/bin/env python3
"""Trains the second stage of face-detector@2: whether a small crop around a proposal of the first stage shows a face, and where exactly.

    python3 training/face_teacher.py DATA_FOLDER WORK_FOLDER
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER draw
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER train --name fold0 --without 0        (and 1, and 2)
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER choose --name fold
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER train --name verifier
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER export --name verifier --weights A B C --to models/face-detector

WORK_FOLDER holds what face_teacher.py wrote; the first stage is read back from models/face-detector/detector.onnx. `draw` shows the first stage
scenes (face_scenes.py) and keeps crops of what it proposes at .1 and more, and of faces that it misses. The themes that train or check
the first stage are cut into three groups, and each scene is made of the photographs of one group, so that a second stage can be trained without
a group and measured on it: `choose` does, and fits how much each stage's word counts. The first stage has seen the training themes, so only the
`check` themes among them are new to both. The reported themes, FER+ `valid`, faces/dlib and photos are never read here.

The network goes on from the first stage's own layers; it sees 64 x 64 pixels, 1.8 times as wide as the face, and says whether the box lies on a
face, and how the box should be moved. Seeded; `draw` is resumable. Needs numpy, OpenCV, torch, onnx and scikit-learn.
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
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper
from sklearn.linear_model import LogisticRegression

from face_check import Tally, composites, false_alarms, judged
from face_detector import Detector, Exported
from face_expression import halve
from face_scenes import SceneMaker
from face_teacher import YuNet, intersection_over_union, photographs, split_of, suppress

FIRST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "models", "face-detector", "detector.onnx")
GROUPS = 3
MEAN, SCALE = 128.0, 64.0
# The network's input, how many box sizes it spans, and how many the stored crop does, so that it can be moved and turned in training.
SIDE, ROOM = 64, 1.8
STORED, STORED_ROOM = 72, 1.8 * 9 / 7
LEAST, SMALLEST = 0.1, 9.0
NEIGHBOURS = 0.4
# Which proposals the second stage is shown; see worth_a_look.
GROUP, FAINT, ALONE, CLEAR = 0.12, 0.2, 0.28, 0.4


def group_of(theme):
    """0..2, by FNV-1a over the theme's name; other bits than those of the split."""
    value = 2166136261
    for byte in theme.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value // 20 % GROUPS


# -- the first stage


def first_stage(path=FIRST):
    """The detector with the weights of its ONNX file, normalisation folded into the convolutions as there."""
    model = Detector().eval()
    values = {}
    for weight in onnx.load(path).graph.initializer:
        values[weight.name.removesuffix("_half")] = torch.from_numpy(numpy_helper.to_array(weight).astype(np.float32))
    folded = [value for name, value in values.items() if name.startswith("onnx::Conv")]
    # In the order in which the graph uses them.
    layers = [*model.stem, model.fine[0], *parts(model.fine[1]), model.middle[0], *parts(model.middle[1]), *parts(model.middle[2]), model.coarse[0],
              *parts(model.coarse[1]), *parts(model.coarse[2]), model.coarse[3].squeeze, model.coarse[3].join, model.lateral[2], model.lateral[1],
              *model.smooth[1], model.lateral[0], *model.smooth[0], *model.head]
    if len(folded) != 2 * len(layers):
        raise ValueError(f"{path} has {len(folded) // 2} convolutions, {len(layers)} are expected.")
    for layer, weight, bias in zip(layers, folded[::2], folded[1::2]):
        old = layer[0]
        layer[0] = nn.Conv2d(old.in_channels, old.out_channels, old.kernel_size, old.stride, old.padding, old.dilation, old.groups)
        layer[0].weight.data, layer[0].bias.data, layer[1] = weight, bias, nn.Identity()
    for index, layer in enumerate(model.out):
        layer.weight.data, layer.bias.data = values[f"model.out.{index}.weight"], values[f"model.out.{index}.bias"]
    return model.eval()


def parts(block):
    return block.squeeze, block.expand


class First:
    """What the first stage proposes: rows of x, y, width, height, score and five points."""

    def __init__(self, least=LEAST):
        self.model, self.least = Exported(first_stage()).eval().to(memory_format=torch.channels_last), least

    @torch.no_grad()
    def find(self, rgb, scale=1.0):
        picture = rgb if scale == 1 else cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        h, w = picture.shape[:2]
        room = np.zeros((-(-h // 32) * 32, -(-w // 32) * 32, 3), np.float32)
        room[:h, :w] = picture
        x = torch.from_numpy(room.transpose(2, 0, 1)[None].copy()).contiguous(memory_format=torch.channels_last)
        boxes, scores, points = (values.numpy() for values in self.model(x))
        kept = scores >= self.least
        rows = np.hstack([boxes[kept], scores[kept, None], points[kept]])
        seen = np.clip(np.minimum(rows[:, :2] + rows[:, 2:4], [w, h]) - np.maximum(rows[:, :2], 0), 0, None).prod(1)
        rows = suppress(rows[seen > rows[:, 2:4].prod(1) / 2], NEIGHBOURS)
        rows[:, :4] /= scale
        rows[:, 5:] /= scale
        return rows


# -- crops


def crop(picture, box, side=STORED, room=STORED_ROOM):
    """The square around a box, `room` box sizes wide, means of areas where it gets smaller; border pixels go on beyond the picture."""
    span = room * math.sqrt(max(box[2] * box[3], 1.0))
    x, y = box[0] + box[2] / 2 - span / 2, box[1] + box[3] / 2 - span / 2
    step = span / side
    samples = max(1, math.ceil(step - 1e-9))
    inner = step / samples
    matrix = np.array([[inner, 0, x + inner / 2 - 0.5], [0, inner, y + inner / 2 - 0.5]])
    fine = cv2.warpAffine(picture, matrix, (side * samples, side * samples), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    return fine if samples == 1 else cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)


def shift_between(box, truth):
    """How a box becomes the true one: its centre's move in box sizes, and the logarithms of width and height."""
    size = math.sqrt(box[2] * box[3])
    move = (truth[:2] + truth[2:4] / 2 - box[:2] - box[2:4] / 2) / size
    return np.concatenate([move, np.log(truth[2:4] / size)])


def rough_box(rng, box):
    """A box about as far off as proposals are."""
    size = np.exp(rng.normal(0, 0.12, 2)) * box[2:]
    centre = box[:2] + box[2:] / 2 + rng.normal(0, 0.07, 2) * box[2:]
    return np.concatenate([centre - size / 2, size])


class Drawer:
    """Crops from scene number i: what the first stage proposes in it, and the faces it misses."""

    def __init__(self, data, work):
        self.makers = []
        for group in range(GROUPS):
            self.makers.append(SceneMaker(data, work, ("train", "check"), keep=lambda theme, group=group: group_of(theme) == group))
            self.makers[-1].tiles, self.makers[-1].noise = self.makers[0].tiles, self.makers[0].noise
        self.first = First()

    def scene(self, maker, rng, side):
        draw = rng.random()
        if draw < 0.3:
            # Hands, ears and knees; whatever the teacher gives .35 or more, and faces turned away may be among it, is left out.
            scene = maker.background(rng, side, maker.faceless[rng.integers(len(maker.faceless))])
        elif draw < 0.7:
            scene = maker.stage(rng, side)
        else:
            photo = maker.people[rng.integers(len(maker.people))] if rng.random() < 0.35 else None
            scene = maker.background(rng, side, photo)
        if rng.random() < 0.85:
            maker.finish(scene, rng)
        return self.further_away(scene, np.exp(rng.uniform(np.log(0.35), 0))) if rng.random() < 0.5 else scene

    @staticmethod
    def further_away(scene, scale):
        """The scene made smaller: the faces of crowds are small."""
        side = 32 * max(3, round(scene.picture.shape[0] * scale / 32))
        scale = side / scene.picture.shape[0]
        scene.picture = cv2.resize(scene.picture, (side, side), interpolation=cv2.INTER_AREA)
        boxes, scene.ignored = [box * scale for box in scene.boxes], [box * scale for box in scene.ignored]
        scene.boxes = [box for box in boxes if box[2:].prod() >= SMALLEST ** 2]
        scene.ignored += [box for box in boxes if box[2:].prod() < SMALLEST ** 2]
        return scene

    def draw(self, seed, number):
        rng = np.random.default_rng([seed, number])
        group = number % GROUPS
        scene = self.scene(self.makers[group], rng, 32 * int(rng.integers(6, 15)))
        truth, ignored = np.array(scene.boxes).reshape(-1, 4), np.array(scene.ignored).reshape(-1, 4)
        rows = self.first.find(scene.picture)[:10]
        iou = intersection_over_union(rows, truth) if len(truth) else np.zeros((len(rows), 1))
        doubt = intersection_over_union(rows, ignored).max(1) if len(ignored) else np.zeros(len(rows))
        out = []
        for row, shares, doubted in zip(rows, iou, doubt):
            best = shares.max()
            middle = row[:2] + row[2:4] / 2
            inside = any(((middle > box[:2]) & (middle < box[:2] + box[2:])).all() for box in ignored)
            if best < 0.3 and (doubted > 0.1 or inside):
                continue
            # Most of the many doubtful proposals are left out, so that faces are not rare.
            if best < 0.3 and rng.random() > (row[4] / 0.3) ** 2:
                continue
            shift = shift_between(row, truth[shares.argmax()]) if best >= 0.3 else np.zeros(4)
            out.append((crop(scene.picture, row), row[4], best, math.sqrt(row[2] * row[3]), shift))
        for index, box in enumerate(truth):
            if not len(rows) or iou[:, index].max() < 0.4 or rng.random() < 0.4:
                rough = rough_box(rng, box)
                best = intersection_over_union(rough[None], box[None])[0, 0]
                out.append((crop(scene.picture, rough), 0.0, best, math.sqrt(rough[2] * rough[3]), shift_between(rough, box)))
        return group, out


def draw(args):
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    drawer, began = Drawer(args.data, args.work), time.time()
    for part in range(math.ceil(args.pairs / args.part)):
        path = os.path.join(args.work, f"crops-{part:02d}.npz")
        if os.path.exists(path):
            continue
        rows = []
        for number in range(part * args.part, (part + 1) * args.part):
            group, found = drawer.draw(args.seed, number)
            rows += [(group, *one) for one in found]
        group, crops, score, iou, size, shift = (np.array(column) for column in zip(*rows))
        with open(path + ".new", "wb") as file:
            np.savez(file, group=group.astype(np.uint8), crops=crops, score=score.astype(np.float32), iou=iou.astype(np.float32),
                     size=size.astype(np.float32), shift=shift.astype(np.float32))
        os.replace(path + ".new", path)
        print(json.dumps({"part": part, "crops": len(rows), "faces": int((iou >= 0.4).sum()), "seconds": round(time.time() - began)}), flush=True)


# -- the network


class Second(nn.Module):
    """RGB crops 0..255 [n, 3, 64, 64] -> [n, 5]: the logit that the box lies on a face, and the box's shift (see shift_between).

    The first stage's own layers down to a stride of 16, trained further (but for the first two), and a new end that knows where in the crop it looks.
    """

    def __init__(self, hidden=160):
        super().__init__()
        first = first_stage()
        self.stem, self.fine, self.middle = first.stem, first.fine, first.middle
        self.stem.requires_grad_(False)
        self.near = nn.Sequential(nn.Conv2d(64, 128, SIDE // 8, groups=64, bias=False), nn.BatchNorm2d(128), nn.ReLU(inplace=True))
        self.far = nn.Sequential(nn.Conv2d(96, 288, SIDE // 16, groups=96, bias=False), nn.BatchNorm2d(288), nn.ReLU(inplace=True))
        self.out = nn.Sequential(nn.Dropout(0.2), nn.Linear(416, hidden), nn.ReLU(inplace=True), nn.Dropout(0.2), nn.Linear(hidden, 5))

    def forward(self, x):
        fine = self.fine(self.stem((x - MEAN) / SCALE))
        middle = self.middle(fine)
        return self.out(torch.cat([self.near(fine).flatten(1), self.far(middle).flatten(1)], 1))


def augmented(crops, shift, generator):
    """uint8 [n, 72, 72, 3] -> float [n, 3, 64, 64], moved, turned, mirrored, lit and coarsened, and the shifts that then hold."""
    n = len(crops)
    uniform = lambda low, high, *shape: torch.rand(*(shape or (n,)), generator=generator) * (high - low) + low
    x = crops.permute(0, 3, 1, 2).float()
    flip, angle = (torch.rand(n, generator=generator) < 0.5).float() * -2 + 1, uniform(-0.2, 0.2)
    grow, move = torch.exp(uniform(-0.1, 0.1)), uniform(-0.07, 0.07, n, 2)
    ratio = ROOM / STORED_ROOM * grow
    cos, sin = torch.cos(angle), torch.sin(angle)
    affine = torch.stack([torch.stack([ratio * cos * flip, -ratio * sin, move[:, 0] * 2 / STORED_ROOM], 1),
                          torch.stack([ratio * sin * flip, ratio * cos, move[:, 1] * 2 / STORED_ROOM], 1)], 1)
    x = F.grid_sample(x, F.affine_grid(affine, (n, 3, SIDE, SIDE), align_corners=False), padding_mode="border", align_corners=False)
    away = shift[:, :2] - move
    across, down = cos * away[:, 0] + sin * away[:, 1], cos * away[:, 1] - sin * away[:, 0]
    shift = torch.stack([across / grow * flip, down / grow, shift[:, 2] - grow.log(), shift[:, 3] - grow.log()], 1)
    for low in (16, 22, 32):
        chosen = torch.nonzero(torch.rand(n, generator=generator) < 0.06).flatten()
        if len(chosen):
            small = F.interpolate(x[chosen], (low, low), mode="area")
            x[chosen] = F.interpolate(small, (SIDE, SIDE), mode="bilinear", align_corners=False)
    four = lambda values: values[:, None, None, None]
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * four(uniform(0.5, 1.4) * (torch.rand(n, generator=generator) > 0.12).float())
    x = (x - 128) * four(torch.exp(uniform(-0.3, 0.3))) + 128 + four(uniform(-25, 25)) + uniform(-12, 12, n, 3)[:, :, None, None]
    for i in torch.nonzero(torch.rand(n, generator=generator) < 0.25).flatten().tolist():
        h, w = torch.randint(6, 24, (2,), generator=generator).tolist()
        top, left = int(torch.randint(0, SIDE - h, (1,), generator=generator)), int(torch.randint(0, SIDE - w, (1,), generator=generator))
        x[i, :, top:top + h, left:left + w] = float(torch.rand(1, generator=generator)) * 255
    return x.clamp(0, 255), shift


def load_crops(args):
    parts = []
    for part in range(args.first, 1000):
        path = os.path.join(args.work, f"crops-{part:02d}.npz")
        if not os.path.exists(path):
            break
        file = np.load(path)
        chosen = np.ones(len(file["group"]), bool) if args.without is None else file["group"] != args.without
        parts.append({name: file[name][chosen] for name in file.files})
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def train(args):
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    data = load_crops(args)
    face, iou = torch.from_numpy((data["iou"] >= 0.4).astype(np.float32)), torch.from_numpy(data["iou"])
    crops, shift = torch.from_numpy(data["crops"]), torch.from_numpy(data["shift"].astype(np.float32))
    # Boxes half on a face teach the shift alone.
    counts = ((iou >= 0.4) | (iou < 0.3)).float()
    print(json.dumps({"crops": len(face), "faces": int(face.sum())}), flush=True)
    model = Second().to(memory_format=torch.channels_last)
    if args.start:
        model.load_state_dict(torch.load(args.start)["average"])
    average = copy.deepcopy(model)
    trunk = [value for part in (model.fine, model.middle) for value in part.parameters()]
    end = [value for part in (model.near, model.far, model.out) for value in part.parameters()]
    optimiser = torch.optim.AdamW([{"params": trunk, "share": 0.3}, {"params": end, "share": 1}], lr=args.rate, weight_decay=0.05)
    generator = torch.Generator().manual_seed(args.seed)
    steps, done = len(face) // args.batch, 0
    for epoch in range(args.epochs):
        began, totals = time.time(), np.zeros(2)
        order = torch.randperm(len(face), generator=generator)
        model.train()
        for step in range(steps):
            rows = order[step * args.batch:(step + 1) * args.batch]
            x, goal = augmented(crops[rows], shift[rows], generator)
            progress = done / (steps * args.epochs)
            for group in optimiser.param_groups:
                group["lr"] = group["share"] * args.rate * min(1.0, (done + 1) / 100) * (0.01 + 0.495 * (1 + math.cos(math.pi * progress)))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(x.contiguous(memory_format=torch.channels_last))
            out = out.float()
            said = (F.binary_cross_entropy_with_logits(out[:, 0], face[rows] * 0.98 + 0.01, reduction="none") * counts[rows]).mean()
            near = iou[rows] >= 0.3
            moved = F.smooth_l1_loss(out[near, 1:], goal[near], beta=0.1)
            optimiser.zero_grad()
            (said + 0.5 * moved).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            totals += [said.item(), moved.item()]
            keep = min(0.998, (1 + done) / (10 + done))
            done += 1
            with torch.no_grad():
                for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
                    if mine.is_floating_point():
                        mine.lerp_(theirs, 1 - keep)
                    else:
                        mine.copy_(theirs)
        torch.save({"average": average.state_dict(), "epoch": epoch}, os.path.join(args.work, args.name + ".pt"))
        print(json.dumps({"epoch": epoch, "face": round(totals[0] / steps, 4), "shift": round(totals[1] / steps, 4), "seconds": round(time.time() - began)}), flush=True)


class Mirrored(nn.Module):
    """The mean of what a second stage says of crops and of their mirror images."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, crops):
        out, mirror = self.model(crops), self.model(crops.flip(3))
        return (out + torch.cat([mirror[:, :1], -mirror[:, 1:2], mirror[:, 2:]], 1)) / 2


def second_stage(path):
    state = torch.load(path)
    model = Second()
    model.load_state_dict(state["average"])
    return Mirrored(model).eval()


# -- both stages


def worth_a_look(rows):
    """Where one face is clear, fainter proposals are judged too, and where two are, still fainter ones: it saves time in pictures without faces."""
    clear = int((rows[:, 4] >= CLEAR).sum())
    return rows[rows[:, 4] >= (ALONE, FAINT, GROUP)[min(clear, 2)]]


class Both:
    """Both stages, as the program runs them; `weights` are those of `Shipped`."""

    def __init__(self, model, weights=(0, 1, 0)):
        self.first, self.model, self.weights = First(GROUP), model.eval().to(memory_format=torch.channels_last), weights

    @torch.no_grad()
    def look(self, rgb):
        """The first stage's rows that are worth a look, and what the second says of each."""
        rows = worth_a_look(self.first.find(rgb, min(1.0, 640 / max(rgb.shape[:2]))))
        if not len(rows):
            return rows, np.zeros((0, 5), np.float32)
        crops = np.stack([crop(rgb, row, SIDE, ROOM) for row in rows]).transpose(0, 3, 1, 2).astype(np.float32)
        return rows, self.model(torch.from_numpy(crops).contiguous(memory_format=torch.channels_last)).numpy()

    def found(self, rows, out):
        size = np.sqrt(rows[:, 2:4].prod(1))[:, None]
        centre, sides = rows[:, :2] + rows[:, 2:4] / 2 + out[:, 1:3] * size, np.exp(out[:, 3:].clip(-1.5, 1.5)) * size
        score = 1 / (1 + np.exp(-features(rows, out) @ self.weights[:2] - self.weights[2]))
        return suppress(np.hstack([centre - sides / 2, sides, score[:, None]]), NEIGHBOURS)

    def find(self, bgr):
        return self.found(*self.look(np.ascontiguousarray(bgr[:, :, ::-1])))


def features(rows, out):
    score = rows[:, 4].clip(1e-3, 1 - 1e-3)
    return np.stack([np.log(score / (1 - score)), out[:, 0]], 1)


def choose(args):
    """Cross-validation by theme: the weights of both stages, and recall and precision at each threshold."""
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    judge = YuNet(os.path.join(args.data, "models", "yunet", "yunet_n_320_320.onnx"))
    stages = [Both(second_stage(os.path.join(args.work, f"{args.name}{group}.pt"))) for group in range(GROUPS)]
    seen, x, y = [], [], []
    for file, theme, category in photographs(args.data):
        if split_of(theme) == "test":
            continue
        bgr = cv2.imread(os.path.join(args.data, "scenes", "oasis", file))
        rows, out = stages[group_of(theme)].look(np.ascontiguousarray(bgr[:, :, ::-1]))
        sure, doubted = judged(judge, bgr) if category == "Person" else (None, None)
        seen.append((split_of(theme), category, rows, out, sure, doubted))
        if category == "Person" and len(rows):
            share = np.hstack([intersection_over_union(rows, sure), np.zeros((len(rows), 1))]).max(1)
            counts = (share >= 0.4) | (np.hstack([intersection_over_union(rows, doubted), np.zeros((len(rows), 1))]).max(1) < 0.3)
            x.append(features(rows, out)[counts])
            y.append(share[counts] >= 0.4)
    fit = LogisticRegression(C=10).fit(np.concatenate(x), np.concatenate(y))
    weights = np.array([*fit.coef_[0], fit.intercept_[0]])
    print("weights", *weights.round(3), flush=True)
    tallies, others, judged_boxes = {"train": Tally(), "check": Tally(), "both": Tally()}, [], []
    for split, category, rows, out, sure, doubted in seen:
        both = Both.__new__(Both)
        both.weights = weights
        found = both.found(rows, out)
        if category == "Person":
            tallies[split].add(found, sure, doubted)
            tallies["both"].add(found, sure, doubted)
        else:
            others.append(found[:, 4])
            judged_boxes.append(len(rows))
    for name, tally in tallies.items():
        tally.line(name, args.levels)
    false_alarms(others, args.levels)
    print("proposals in a photograph without people", round(float(np.mean(judged_boxes)), 2))
    tally = Tally()
    for group, both in enumerate(stages):
        both.weights = weights
        maker = SceneMaker(args.data, args.work, ("train", "check"), held_out=True, keep=lambda theme, group=group: group_of(theme) == group)
        composites(tally, both, maker, 100, 7 + group)
    tally.line("composites", args.levels)


# -- what the program runs


class Shipped(nn.Module):
    """Crops [n, 3, 64, 64] of 0..255 and the first stage's scores [n] -> [n, 5]: a probability, and the new box's centre and size in old sizes.

    The probability is a logistic regression on the logits of both stages.
    """

    def __init__(self, model, weights):
        super().__init__()
        self.model, self.weights = model, weights

    def forward(self, crops, scores):
        out = self.model(crops)
        scores = scores.clamp(1e-3, 1 - 1e-3)
        first, second, constant = self.weights
        logit = first * (scores / (1 - scores)).log()[:, None] + second * out[:, :1] + constant
        return torch.cat([logit.sigmoid(), out[:, 1:3], out[:, 3:].clamp(-1.5, 1.5).exp()], 1)


def export(args):
    """second.onnx, and its entry in model.json; the rest of that file is written by hand."""
    target = os.path.join(args.to, "second.onnx")
    model = Shipped(second_stage(os.path.join(args.work, args.name + ".pt")), args.weights).eval()
    torch.onnx.export(model, (torch.zeros(2, 3, SIDE, SIDE), torch.full((2,), 0.5)), target, opset_version=14, input_names=["crops", "scores"],
                      output_names=["faces"], dynamic_axes={"crops": {0: "n"}, "scores": {0: "n"}, "faces": {0: "n"}})
    halve(target)
    with open(target, "rb") as file:
        content = file.read()
    manifest = os.path.join(args.to, "model.json")
    with open(manifest, encoding="utf-8") as file:
        text = json.load(file)
    entry = {"path": "second.onnx", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    text["files"] = [one for one in text["files"] if one["path"] != entry["path"]] + [entry]
    with open(manifest, "w", encoding="utf-8") as file:
        file.write(json.dumps(text, ensure_ascii=False, indent=2) + "\n")
    print(json.dumps(entry))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("step", choices=["draw", "train", "choose", "export"])
    parser.add_argument("--pairs", type=int, default=30000)
    parser.add_argument("--part", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="verifier")
    parser.add_argument("--without", type=int, help="a group of themes to leave out")
    parser.add_argument("--first", type=int, default=0, help="the first part of the crops to train on")
    parser.add_argument("--start", help="a checkpoint to continue from with a fresh rate")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--weights", type=float, nargs=3, default=[1.6, 1.3, -0.4], help="of both stages' logits, and the constant, as `choose` found them")
    parser.add_argument("--levels", type=float, nargs="+", default=[0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8])
    parser.add_argument("--to", help="the model's folder, with its model.json")
    args = parser.parse_args()
    {"draw": draw, "train": train, "choose": choose, "export": export}[args.step](args)


if __name__ == "__main__":
    main()
