#!/usr/bin/env python3
"""Trains the second stage of face-detector@3: whether a small crop around a proposal of the first stage shows a face, and where exactly.

    python3 training/face_teacher.py DATA_FOLDER WORK_FOLDER
    python3 training/face_plain.py PACKAGES_FOLDER WORK_FOLDER
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER draw
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER train --name fold0 --without 0        (and 1, and 2)
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER choose --name fold
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER train --name verifier
    python3 training/face_second.py DATA_FOLDER WORK_FOLDER export --name verifier --weights A B C D --to models/face-detector

WORK_FOLDER holds what face_teacher.py and face_plain.py wrote; the first stage is read back from models/face-detector/detector.onnx. `draw` shows
the first stage scenes (face_scenes.py) and keeps crops of what it proposes at .1 and more, and of faces that it misses. The themes that train or
check the first stage are cut into three groups, and each scene is made of the photographs of one group, so that a second stage can be trained without
a group and measured on it: `choose` does, and fits how much each stage's word counts. The first stage has seen the training themes, so only the
`check` themes among them are new to both. The reported themes, FER+ `valid`, faces/dlib and photos are never read here.

`draw-plain` keeps crops of what the first stage proposes in the pictures of face_plain.py, in drawn round things, and of boxes beside faces; `train` takes
them where they lie. They did not help in cross-validation, so the published weights were trained without them; `choose` needs those pictures.

The network goes on from the first stage's own layers; it sees 64 x 64 pixels, 1.8 times as wide as the face, and says whether the box lies on a
face, and how the box should be moved. Seeded; drawing is resumable. Needs numpy, OpenCV, torch, onnx and scikit-learn.
"""
import argparse
import copy
import glob
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

from face_check import Tally, composites, judged
from face_detector import Detector, Exported
from face_expression import halve
from face_plain import kind_of, plain_pictures
from face_scenes import Photograph, Scene, SceneMaker, put, soft_ellipse
from face_teacher import YuNet, intersection_over_union, photographs, split_of, suppress

FIRST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "models", "face-detector", "detector.onnx")
GROUPS = 3
MEAN, SCALE = 128.0, 64.0
# The network's input, how many box sizes it spans, and how many the stored crop does, so that it can be moved and turned in training.
SIDE, ROOM = 64, 1.8
# How many pixels of each edge the closer view leaves out.
INNER = 4
STORED, STORED_ROOM = 72, 1.8 * 9 / 7
LEAST, SMALLEST = 0.1, 9.0
NEIGHBOURS = 0.4
# Which photographs stand for those without people where confidence and threshold are chosen, and how many of each kind of face_plain.py.
WITHOUT_PEOPLE, MOST_OF_A_KIND = ("Scenery", "Object", "Animal", "wallpapers"), 100
# Which proposals the second stage is shown; see worth_a_look.
GROUP, FAINT, ALONE, CLEAR, MOST = 0.12, 0.2, 0.28, 0.4, 40


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


class PlainDrawer(Drawer):
    """Crops that show no face, from scene number i: what the first stage proposes in pictures without people, and boxes beside faces.

    `pictures` are (name, RGB) of face_plain.py; each counts as a theme of its own.
    """

    def __init__(self, data, work, pictures):
        super().__init__(data, work)
        self.plain = [{} for _ in range(GROUPS)]
        for name, rgb in pictures:
            photo = Photograph(rgb, np.zeros((0, 15)), "Object")
            self.plain[group_of(name)].setdefault(kind_of(name), []).append(photo)

    def draw(self, seed, number):
        rng = np.random.default_rng([seed, number, 1])
        group, side = number % GROUPS, 32 * int(rng.integers(6, 15))
        maker = self.makers[group]
        if rng.random() < 0.2:
            return group, self.beside_faces(maker, rng, side)
        if rng.random() < 0.8:
            kinds = self.plain[group]
            photos = kinds[sorted(kinds)[rng.integers(len(kinds))]]
            scene = maker.background(rng, side, photos[rng.integers(len(photos))])
        else:
            scene = Scene(np.full((side, side, 3), rng.integers(0, 256, 3), np.uint8))
            if rng.random() < 0.6:
                scene = maker.background(rng, side, rng.choice([p for p in maker.photographs if not len(p.boxes) and not len(p.doubtful)]))
            for _ in range(rng.integers(1, 6)):
                draw_round(scene.picture, rng, maker.skin(rng) if rng.random() < 0.6 else rng.uniform(0.3, 1, 3))
        scene.picture = maker.develop(scene.picture, rng) if rng.random() < 0.7 else scene.picture
        scene = self.further_away(scene, np.exp(rng.uniform(np.log(0.35), 0))) if rng.random() < 0.5 else scene
        rows = [row for row in self.first.find(scene.picture)[:10] if rng.random() < (row[4] / 0.3) ** 2]
        return group, [nothing(scene.picture, row[:4], row[4]) for row in rows]

    @staticmethod
    def beside_faces(maker, rng, side):
        """Half a face, a cheek, an ear or a whole head where a face is meant: boxes that overlap a face by less than a quarter."""
        scene, out = maker.composite(rng, side), []
        maker.finish(scene, rng)
        faces = np.array(scene.boxes + scene.ignored).reshape(-1, 4)
        for box in scene.boxes:
            for _ in range(6):
                scale = np.exp(rng.uniform(np.log(0.35), np.log(2.6)))
                centre = box[:2] + box[2:] / 2 + rng.uniform(-0.9, 0.9, 2) * box[2:]
                wrong = np.concatenate([centre - scale * box[2:] / 2, scale * box[2:]])
                if scale * math.sqrt(box[2:].prod()) >= 12 and intersection_over_union(wrong[None], faces).max() < 0.25:
                    out.append(nothing(scene.picture, wrong, 0.0))
                    break
        return out


def nothing(picture, box, score):
    return crop(picture, box), score, 0.0, math.sqrt(box[2] * box[3]), np.zeros(4)


def draw_round(picture, rng, colour):
    """A round, shaded thing: a knee, a belly, a pebble, a galaxy."""
    side = picture.shape[0]
    size = np.exp(rng.uniform(np.log(12), np.log(0.6 * side)), ) * np.array([rng.uniform(0.6, 1.2), 1.0])
    corner = rng.uniform(-0.2, 0.9, 2) * side
    x0, y0 = np.clip(corner, 0, side - 8).astype(int)
    x1, y1 = np.clip(corner + size, [x0 + 8, y0 + 8], side).astype(int)
    y, x = np.mgrid[y0:y1, x0:x1]
    x, y = (x - corner[0]) / size[0] * 2 - 1, (y - corner[1]) / size[1] * 2 - 1
    light, bright = rng.normal(0, 0.35, 2), rng.uniform(40, 240)
    shade = bright * (1 - rng.uniform(0.1, 0.9) * np.minimum(x * x + y * y, 2) + light[0] * x + light[1] * y)
    grain = cv2.GaussianBlur(rng.normal(0, rng.uniform(2, 60), x.shape), (0, 0), rng.uniform(0.6, 8))
    for _ in range(rng.integers(0, 3)):
        # A navel, a fold or a shadow.
        at, wide = rng.uniform(-0.7, 0.7, 2), rng.uniform(0.04, 0.5, 2)
        shade = shade * (1 - rng.uniform(0.1, 0.7) * np.exp(-((x - at[0]) / wide[0]) ** 2 - ((y - at[1]) / wide[1]) ** 2))
    mask = soft_ellipse(x.shape, np.array([*(corner - [x0, y0]), *size]), rng.uniform(0.03, 0.5))
    put(picture, (x0, y0, x1, y1), np.clip(shade + grain, 0, 255)[..., None] * np.asarray(colour), mask)


def draw(args):
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    plain = args.step == "draw-plain"
    drawer = PlainDrawer(args.data, args.work, plain_pictures(args.work)) if plain else Drawer(args.data, args.work)
    began = time.time()
    for part in range(math.ceil(args.pairs / args.part)):
        path = os.path.join(args.work, f"{'plain' if plain else 'crops'}-{part:02d}.npz")
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
    for path in sorted(glob.glob(os.path.join(args.work, "crops-*.npz")))[args.first:] + sorted(glob.glob(os.path.join(args.work, "plain-*.npz"))):
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
        torch.save({"average": average.state_dict(), "epoch": epoch}, os.path.join(args.work, args.name[0] + ".pt"))
        print(json.dumps({"epoch": epoch, "face": round(totals[0] / steps, 4), "shift": round(totals[1] / steps, 4), "seconds": round(time.time() - began)}), flush=True)


class Judges(nn.Module):
    """The mean of what one or more second stages say of crops, of their mirror images, and of the inner parts of both, as if cut closer."""

    def __init__(self, models):
        super().__init__()
        self.models = nn.ModuleList(models)
        near = 1 - 2 * INNER / SIDE
        self.factor = torch.tensor([[1, 1, 1, 1, 1], [1, -1, 1, 1, 1], [1, near, near, 1, 1], [1, -near, near, 1, 1]])[:, None]
        self.shift = torch.tensor([0, 0, 1, 1])[:, None, None] * torch.tensor([0, 0, 0, math.log(near), math.log(near)])

    def forward(self, crops):
        near = F.interpolate(crops[:, :, INNER:-INNER, INNER:-INNER], (SIDE, SIDE), mode="bilinear", align_corners=False)
        views = torch.cat([crops, crops.flip(3), near, near.flip(3)])
        said = sum(model(views) for model in self.models) / len(self.models)
        return (said.reshape(4, -1, 5) * self.factor + self.shift).mean(0)


def second_stage(work, *names):
    models = []
    for name in names:
        models.append(Second())
        models[-1].load_state_dict(torch.load(os.path.join(work, name + ".pt"))["average"])
    return Judges(models).eval()


# -- both stages


def worth_a_look(rows):
    """Where one face is clear, fainter proposals are judged too, and where two are, still fainter ones: it saves time in pictures without faces."""
    clear = int((rows[:, 4] >= CLEAR).sum())
    return rows[rows[:, 4] >= (ALONE, FAINT, GROUP)[min(clear, 2)]][:MOST]


class Both:
    """Both stages, as the program runs them; `weights` are those of `Shipped`."""

    def __init__(self, model, weights=(0, 1, 0, 0)):
        self.first, self.model, self.weights = First(GROUP), model.eval().to(memory_format=torch.channels_last), np.asarray(weights)

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
        score = 1 / (1 + np.exp(-features(rows, out) @ self.weights[:-1] - self.weights[-1]))
        return suppress(np.hstack([centre - sides / 2, sides, score[:, None]]), NEIGHBOURS)

    def find(self, bgr):
        return self.found(*self.look(np.ascontiguousarray(bgr[:, :, ::-1])))


def features(rows, out):
    """The logits of both stages, and how many other faces the second sees in the picture, as a logarithm."""
    score, face = rows[:, 4].clip(1e-3, 1 - 1e-3), 1 / (1 + np.exp(-out[:, 0]))
    return np.stack([np.log(score / (1 - score)), out[:, 0], np.log1p(face.sum() - face)], 1)


class Seen:
    """A photograph that no stage judging it was trained on: its kind and group, what both stages said, and the judge's boxes."""

    def __init__(self, stages, judge, bgr, name, group, kind, split):
        self.group, self.kind, self.split = group, kind, split
        self.rows, self.out = stages[group].look(np.ascontiguousarray(bgr[:, :, ::-1]))
        self.sure, self.doubted = judged(judge, bgr) if split != "plain" else (np.zeros((0, 4)), np.zeros((0, 4)))

    def examples(self):
        """Features of proposals and whether they are faces; of photographs without people, what the judge takes for a face is left out."""
        if not len(self.rows):
            return np.zeros((0, 3)), np.zeros(0, bool)
        share, doubt = (np.hstack([intersection_over_union(self.rows, boxes), np.zeros((len(self.rows), 1))]).max(1) for boxes in (self.sure, self.doubted))
        person = self.kind == "Person"
        counts = (share >= 0.4) | (doubt < 0.3) if person else (share < 0.1) & (doubt < 0.1)
        return features(self.rows, self.out)[counts], share[counts] >= 0.4

    def found(self, weights):
        both = Both.__new__(Both)
        both.weights = weights
        return both.found(self.rows, self.out) if len(self.rows) else np.zeros((0, 5))


def fitted(seen):
    """Weights of the features and the constant; photographs of people and others (no skies, textures and things) count half each."""
    people = sum(one.kind == "Person" for one in seen)
    share = people / max(1, sum(one.kind in WITHOUT_PEOPLE for one in seen))
    x, y, weight = [], [], []
    for one in seen:
        if one.kind == "Person" or one.kind in WITHOUT_PEOPLE:
            rows, faces = one.examples()
            x.append(rows)
            y.append(faces)
            weight.append(np.full(len(rows), 1.0 if one.kind == "Person" else share))
    fit = LogisticRegression(C=10).fit(np.concatenate(x), np.concatenate(y), np.concatenate(weight))
    return np.array([*fit.coef_[0], fit.intercept_[0]])


def choose(args):
    """Cross-validation by theme: the weights of both stages, and recall and precision at each threshold.

    What is measured in one group uses neither networks nor weights that saw the group; the weights printed are those of all groups. `mixed` is the
    precision where half of the photographs are of people and half are not.
    """
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    judge = YuNet(os.path.join(args.data, "models", "yunet", "yunet_n_320_320.onnx"))
    stages = [Both(second_stage(args.work, *(f"{name}{group}" for name in args.name))) for group in range(GROUPS)]
    seen = []
    for file, theme, category in photographs(args.data):
        if split_of(theme) != "test":
            bgr = cv2.imread(os.path.join(args.data, "scenes", "oasis", file))
            seen.append(Seen(stages, judge, bgr, file, group_of(theme), category, split_of(theme)))
    kinds = {}
    for name in sorted(os.listdir(os.path.join(args.work, "plain"))):
        kinds.setdefault(kind_of(name), []).append(name)
    for kind, names in sorted(kinds.items()):
        for name in np.random.default_rng(args.seed).permutation(names)[:MOST_OF_A_KIND]:
            seen.append(Seen(stages, judge, cv2.imread(os.path.join(args.work, "plain", name)), name, group_of(name), kind, "plain"))
    print("weights", *fitted(seen).round(3), flush=True)
    weights = [fitted([one for one in seen if one.group != group]) for group in range(GROUPS)]
    tallies, false = {"train": Tally(), "check": Tally(), "both": Tally()}, {}
    for one in seen:
        found = one.found(weights[one.group])
        if one.kind == "Person":
            tallies[one.split].add(found, one.sure, one.doubted)
            tallies["both"].add(found, one.sure, one.doubted)
        else:
            boxes = np.vstack([one.sure, one.doubted])
            wrong = intersection_over_union(found, boxes).max(1) < 0.4 if len(boxes) and len(found) else np.ones(len(found), bool)
            false.setdefault(one.kind, []).append(found[wrong, 4])
    for name, tally in tallies.items():
        tally.line(name, args.levels)
    said, people = np.array(tallies["both"].found), sum(one.kind == "Person" for one in seen)
    other = [scores for kind in WITHOUT_PEOPLE for scores in false[kind]]
    for level in args.levels:
        right, wrong = (said[:, 0] >= level) @ said[:, 1], (said[:, 0] >= level) @ (1 - said[:, 1])
        mixed = right / (right + wrong + sum((scores >= level).sum() for scores in other) * people / len(other))
        each = "  ".join(f"{kind} {sum((scores >= level).sum() for scores in found)} in {len(found)}" for kind, found in false.items())
        print(f"{level:.2f}: mixed {mixed:.3f}; false alarms: {each}", flush=True)
    print("proposals in a photograph without people", round(float(np.mean([len(one.rows) for one in seen if one.kind in WITHOUT_PEOPLE])), 2))
    tally = Tally()
    for group, both in enumerate(stages):
        both.weights = weights[group]
        maker = SceneMaker(args.data, args.work, ("train", "check"), held_out=True, keep=lambda theme, group=group: group_of(theme) == group)
        composites(tally, both, maker, 100, 7 + group)
    tally.line("composites", args.levels)


# -- what the program runs


class Shipped(nn.Module):
    """Crops [n, 3, 64, 64] of 0..255 and the first stage's scores [n] -> [n, 5]: a probability, and the new box's centre and size in old sizes.

    The probability is a logistic regression on `features`; all crops of one call belong to one picture.
    """

    def __init__(self, model, weights):
        super().__init__()
        self.model, self.weights = model, weights

    def forward(self, crops, scores):
        out = self.model(crops)
        scores = scores.clamp(1e-3, 1 - 1e-3)
        first, second, company, constant = self.weights
        face = out[:, :1].sigmoid()
        logit = first * (scores / (1 - scores)).log()[:, None] + second * out[:, :1] + company * (1 + face.sum() - face).log() + constant
        return torch.cat([logit.sigmoid(), out[:, 1:3], out[:, 3:].clamp(-1.5, 1.5).exp()], 1)


def export(args):
    """second.onnx, and its entry in model.json; the rest of that file is written by hand."""
    target = os.path.join(args.to, "second.onnx")
    model = Shipped(second_stage(args.work, *args.name), args.weights).eval()
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
    parser.add_argument("step", choices=["draw", "draw-plain", "train", "choose", "export"])
    parser.add_argument("--pairs", type=int, default=30000)
    parser.add_argument("--part", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", nargs="+", default=["verifier"], help="of the network; `choose` and `export` take the mean of several")
    parser.add_argument("--without", type=int, help="a group of themes to leave out")
    parser.add_argument("--first", type=int, default=0, help="the first part of the crops to train on")
    parser.add_argument("--start", help="a checkpoint to continue from with a fresh rate")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--weights", type=float, nargs=4, help="of the features and the constant, as `choose` found them")
    parser.add_argument("--levels", type=float, nargs="+", default=[0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8])
    parser.add_argument("--to", help="the model's folder, with its model.json")
    args = parser.parse_args()
    {"draw": draw, "draw-plain": draw, "train": train, "choose": choose, "export": export}[args.step](args)


if __name__ == "__main__":
    main()
