#!/usr/bin/env python3
"""Trains face-expression@1: eight emotions of a cropped face, from 48 x 48 grey pixels.

    python3 training/face_expression.py FERPLUS_FOLDER WORK_FOLDER [--epochs 60] [--threads 2] [--teacher WORK_FOLDER/last.pt ...]
    python3 training/face_expression.py FERPLUS_FOLDER models/face-expression --export WORK_FOLDER/last.pt ... [--flip] [--lift 0.1]

FERPLUS_FOLDER holds train.csv and train-NN.jpg: sheets of 40 x 40 tiles of 48 x 48 pixels, row by row, and for each tile ten votes
(Barsoum, Zhang, Canton Ferrer and Zhang, "Training deep networks for facial expression recognition with crowd-sourced label
distribution", ICMI 2016). The network learns the distribution of the votes, not only the winner, because rare emotions live in the
minority votes. Every 16th tile of `train` is held out for the temperature and the class offsets; `valid` is never read here.

Resumable: a checkpoint is written after each epoch and picked up by the same command. Seeded: --seed. Uses bfloat16 where the
processor multiplies it in hardware (torch's CPU autocast), which changes the last digits from machine to machine.
Needs numpy, Pillow or OpenCV, torch and, for --export, onnx.
"""
import argparse
import copy
import csv
import json
import math
import os
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

# The order of EmotionScores in the program.
EMOTIONS = ["joy", "sadness", "anger", "surprise", "fear", "contempt", "disgust", "neutral"]
COLUMNS = ["happiness", "sadness", "anger", "surprise", "fear", "contempt", "disgust", "neutral"]
SIDE, SHEET = 48, 40
HELD_OUT = 16
MEAN, SCALE = 128.0, 64.0


def load(folder, split):
    """Tiles uint8 [n, 48, 48] and votes float32 [n, 10] in the order of EMOTIONS, then unknown and NF (no face)."""
    with open(os.path.join(folder, split + ".csv"), newline="") as file:
        rows = list(csv.DictReader(file))
    votes = np.array([[float(row[name]) for name in COLUMNS + ["unknown", "NF"]] for row in rows], np.float32)
    tiles = np.empty((len(rows), SIDE, SIDE), np.uint8)
    for start in range(0, len(rows), SHEET * SHEET):
        sheet = cv2.imread(os.path.join(folder, f"{split}-{start // (SHEET * SHEET):02d}.jpg"), cv2.IMREAD_GRAYSCALE)
        for i in range(start, min(start + SHEET * SHEET, len(rows))):
            row, column = divmod(i - start, SHEET)
            tiles[i] = sheet[row * SIDE:(row + 1) * SIDE, column * SIDE:(column + 1) * SIDE]
    return tiles, votes


def targets(votes):
    """Vote shares of the eight emotions; a lone vote against a clear picture is taken as a slip. Weight: how much of the jury judged."""
    emotions = votes[:, :8].copy()
    emotions[(emotions == 1) & (emotions.sum(1, keepdims=True) >= 5) & (emotions.max(1, keepdims=True) >= 4)] = 0.3
    total = emotions.sum(1)
    share = emotions / np.maximum(total, 1)[:, None]
    weight = np.clip(total / np.maximum(votes.sum(1), 1), 0, 1)
    return share.astype(np.float32), weight.astype(np.float32)


class Block(nn.Module):
    """Two 3 x 3 convolutions around a shortcut (He et al. 2016), the shortcut pooled before it is projected."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.AvgPool2d(2) if stride == 2 else nn.Identity(),
                                          nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs))
        else:
            self.shortcut = nn.Identity()

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        return F.relu(self.norm2(self.conv2(y)) + self.shortcut(x), inplace=True)


class FaceNet(nn.Module):
    def __init__(self, widths, blocks, dropout=0.3):
        super().__init__()
        layers = [nn.Conv2d(1, widths[0], 5, 2, 2, bias=False), nn.BatchNorm2d(widths[0]), nn.ReLU(inplace=True)]
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks)):
            for index in range(count):
                layers.append(Block(inputs, width, 2 if stage > 0 and index == 0 else 1))
                inputs = width
        self.body = nn.Sequential(*layers)
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(inputs, 8)

    def forward(self, x):
        return self.head(self.drop(self.body(x).mean((2, 3))))


def augment(x, generator):
    """uint8 [n, 1, 48, 48] -> normalised float: flip, rotate, scale, shift, light, lost detail, an erased patch."""
    n = len(x)
    uniform = lambda low, high, *shape: torch.rand(*(shape or (n,)), generator=generator) * (high - low) + low
    x = x.float()
    angle, size = uniform(-0.3, 0.3), torch.exp(uniform(-0.2, 0.2))
    flip = torch.sign(torch.rand(n, generator=generator) - 0.5)
    cos, sin = torch.cos(angle) * size, torch.sin(angle) * size
    affine = torch.stack([torch.stack([cos * flip, -sin, uniform(-0.14, 0.14)], 1),
                          torch.stack([sin * flip, cos, uniform(-0.14, 0.14)], 1)], 1)
    x = F.grid_sample(x, F.affine_grid(affine, x.shape, align_corners=False), padding_mode="border", align_corners=False)
    # Lost detail: faces in photographs are often smaller than 48 pixels.
    for low in (16, 20, 24, 32):
        chosen = torch.nonzero(torch.rand(n, generator=generator) < 0.08).flatten()
        if len(chosen):
            small = F.interpolate(x[chosen], (low, low), mode="area")
            x[chosen] = F.interpolate(small, (SIDE, SIDE), mode="bilinear", align_corners=False)
    x = (x - MEAN) / SCALE
    centre = x.mean((2, 3), keepdim=True)
    x = (x - centre) * torch.exp(uniform(-0.4, 0.4))[:, None, None, None] + centre + uniform(-0.5, 0.5)[:, None, None, None]
    x = x + torch.randn(x.shape, generator=generator) * uniform(0, 0.12)[:, None, None, None]
    for i in torch.nonzero(torch.rand(n, generator=generator) < 0.35).flatten().tolist():
        h, w = torch.randint(6, 20, (2,), generator=generator).tolist()
        top, left = int(torch.randint(0, SIDE - h, (1,), generator=generator)), int(torch.randint(0, SIDE - w, (1,), generator=generator))
        x[i, :, top:top + h, left:left + w] = float(torch.randn(1, generator=generator))
    return x.clamp(-2.2, 2.2)


def normalise(x):
    return (x.float() - MEAN) / SCALE


@torch.no_grad()
def predict(model, tiles, flip=True):
    model.eval()
    out = []
    for batch in torch.split(torch.from_numpy(tiles)[:, None], 256):
        x = normalise(batch).contiguous(memory_format=torch.channels_last)
        p = F.log_softmax(model(x), 1)
        out.append(torch.logaddexp(p, F.log_softmax(model(x.flip(3)), 1)) - math.log(2) if flip else p)
    return torch.cat(out).numpy()


def score(logp, votes):
    """Accuracy where one emotion has the most votes, unweighted recall, macro-F1, cross-entropy to the vote shares."""
    emotions = votes[:, :8]
    top = emotions.argmax(1)
    kept = ((emotions == emotions.max(1, keepdims=True)).sum(1) == 1) & (emotions.max(1) > votes[:, 8:].max(1))
    hit = logp.argmax(1)
    recall, f1 = [], []
    for k in range(8):
        true, said = kept & (top == k), kept & (hit == k)
        both = (true & said).sum()
        recall.append(both / max(true.sum(), 1))
        f1.append(2 * both / max(true.sum() + said.sum(), 1))
    share = emotions / np.maximum(emotions.sum(1), 1)[:, None]
    return {"accuracy": float((hit == top)[kept].mean()), "accuracy_all": float((hit == top).mean()), "uar": float(np.mean(recall)),
            "f1": float(np.mean(f1)), "loss": float(-(share * logp).sum(1)[kept].mean()), "recall": [round(float(v), 3) for v in recall]}


class Exported(nn.Module):
    """What the program runs: grey pixels 0..255 in, calibrated logits out; networks and mirrored faces averaged in the graph."""

    def __init__(self, networks, temperature, offsets, flip):
        super().__init__()
        self.networks, self.flip, self.temperature = nn.ModuleList(networks), flip, temperature
        self.register_buffer("offsets", torch.from_numpy(offsets.astype(np.float32)))

    def forward(self, pixels):
        x = (pixels - MEAN) / SCALE
        views = [network(view) for network in self.networks for view in ([x, x.flip(3)] if self.flip else [x])]
        mean = sum(F.log_softmax(view, 1) for view in views) / len(views)
        return mean / self.temperature + self.offsets


def raw(networks, tiles, flip):
    """The uncalibrated mean log probabilities of Exported."""
    plain = Exported(networks, 1.0, np.zeros(8), flip).eval()
    with torch.no_grad():
        return torch.cat([plain(batch.float()) for batch in torch.split(torch.from_numpy(tiles)[:, None], 256)]).numpy()


def logsoftmax(x):
    x = x - x.max(1, keepdims=True)
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def calibrate(logits, votes, prior, lift):
    """Temperature by the likelihood of the jury's winner, on tiles that the training has not seen; offsets lift rare emotions."""
    emotions = votes[:, :8]
    top = emotions.argmax(1)
    kept = ((emotions == emotions.max(1, keepdims=True)).sum(1) == 1) & (emotions.max(1) > votes[:, 8:].max(1))
    offsets = -lift * np.log(prior / prior.max())
    best = (np.inf, 1.0)
    for temperature in np.arange(0.3, 2.0, 0.02):
        loss = -logsoftmax(logits / temperature + offsets)[np.arange(len(top)), top][kept].mean()
        best = min(best, (loss, temperature))
    return float(best[1]), offsets - offsets.mean()


def export(args):
    tiles, votes = load(args.ferplus, "train")
    held = np.arange(len(tiles)) % HELD_OUT == HELD_OUT // 2
    prior = targets(votes)[0][~held].mean(0)
    networks = []
    for path in args.export:
        state = torch.load(path)
        network = FaceNet(state["widths"], state["blocks"])
        network.load_state_dict(state["average"])
        networks.append(network.eval())
    logits = raw(networks, tiles[held], args.flip)
    for lift in [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4]:
        temperature, offsets = calibrate(logits, votes[held], prior, lift)
        print(json.dumps({"lift": lift, "temperature": temperature, **score(logsoftmax(logits / temperature + offsets), votes[held])}))
    temperature, offsets = calibrate(logits, votes[held], prior, args.lift)
    model = Exported(networks, temperature, offsets, args.flip).eval()
    os.makedirs(args.work, exist_ok=True)
    target = os.path.join(args.work, "expression.onnx")
    torch.onnx.export(model, torch.zeros(1, 1, SIDE, SIDE), target, opset_version=14, input_names=["pixels"], output_names=["logits"],
                      dynamic_axes={"pixels": {0: "faces"}, "logits": {0: "faces"}})
    halve(target)
    print(json.dumps({"file": target, "bytes": os.path.getsize(target), "temperature": temperature, "offsets": offsets.round(3).tolist()}))


def halve(path):
    """Stores the weights as float16 and lets the graph widen them when it is opened: half the size, the same arithmetic."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(path)
    casts, kept = [], []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        if weight.data_type == TensorProto.FLOAT and values.size > 1024:
            kept.append(numpy_helper.from_array(values.astype(np.float16), weight.name + "_half"))
            casts.append(helper.make_node("Cast", [weight.name + "_half"], [weight.name], to=TensorProto.FLOAT))
        else:
            kept.append(weight)
    nodes = list(model.graph.node)
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(casts + nodes)
    model.graph.initializer.extend(kept)
    model.producer_name, model.producer_version, model.doc_string = "sensorium", "", ""
    onnx.checker.check_model(model)
    onnx.save(model, path)


def train(args):
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    os.makedirs(args.work, exist_ok=True)
    tiles, votes = load(args.ferplus, "train")
    share, weight = targets(votes)
    index = np.arange(len(tiles))
    held = index % HELD_OUT == HELD_OUT // 2
    usable = index[~held & (votes[:, :8].sum(1) >= 3)] if not args.everything else index[votes[:, :8].sum(1) >= 3]
    x, y, w = torch.from_numpy(tiles)[:, None], torch.from_numpy(share), torch.from_numpy(weight)

    # A class as rare as contempt is drawn more often, by a power well under one, so that its pictures are not learnt by heart.
    mass = share[usable].sum(0)
    rarity = (mass.max() / mass) ** args.balance
    chance = torch.from_numpy((share[usable] * rarity).sum(1))

    if args.teacher:
        soft = np.zeros((len(tiles), 8), np.float32)
        for path in args.teacher:
            state = torch.load(path)
            teacher = FaceNet(state["widths"], state["blocks"]).to(memory_format=torch.channels_last)
            teacher.load_state_dict(state["average"])
            soft += np.exp(predict(teacher, tiles)) / len(args.teacher)
        y = (1 - args.trust) * y + args.trust * torch.from_numpy(soft)

    model = FaceNet(args.widths, args.blocks).to(memory_format=torch.channels_last)
    if args.start:
        model.load_state_dict(torch.load(args.start)["average"])
    average = copy.deepcopy(model)
    decay, plain = [], []
    for name, value in model.named_parameters():
        (plain if value.ndim == 1 else decay).append(value)
    optimiser = torch.optim.SGD([{"params": decay, "weight_decay": args.decay}, {"params": plain, "weight_decay": 0}],
                                lr=args.rate, momentum=0.9, nesterov=True)
    steps = len(usable) // args.batch
    first, last = 0, os.path.join(args.work, "last.pt")
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["epoch"] + 1
    for epoch in range(first, args.epochs):
        began, total = time.time(), 0.0
        generator = torch.Generator().manual_seed(args.seed * 1000 + epoch)
        model.train()
        order = torch.from_numpy(usable)[torch.multinomial(chance, len(usable), replacement=args.balance > 0, generator=generator)]
        for step in range(steps):
            progress = (epoch + step / steps) / args.epochs
            rate = args.rate * min(1.0, progress * args.epochs / 2) * 0.5 * (1 + math.cos(math.pi * progress))
            for group in optimiser.param_groups:
                group["lr"] = rate
            chosen = order[step * args.batch:(step + 1) * args.batch]
            batch, goal, trust = augment(x[chosen], generator), y[chosen], w[chosen]
            # Mixup (Zhang et al. 2018), left out at the end so that the network sees whole faces last.
            if progress < 0.85:
                part = float(np.random.default_rng(args.seed + epoch * steps + step).beta(args.mix, args.mix))
                other = torch.randperm(len(batch), generator=generator)
                batch, goal = part * batch + (1 - part) * batch[other], part * goal + (1 - part) * goal[other]
                trust = part * trust + (1 - part) * trust[other]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(batch.contiguous(memory_format=torch.channels_last))
            loss = -((goal * F.log_softmax(logits.float(), 1)).sum(1) * trust).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item()
            keep = min(0.998, (1 + epoch * steps + step) / (10 + epoch * steps + step))
            with torch.no_grad():
                for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
                    if mine.is_floating_point():
                        mine.lerp_(theirs, 1 - keep)
                    else:
                        mine.copy_(theirs)
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch,
                    "widths": args.widths, "blocks": args.blocks}, last + ".new")
        os.replace(last + ".new", last)
        line = {"epoch": epoch, "loss": round(total / steps, 4), "seconds": round(time.time() - began)}
        if epoch % 5 == 4 or epoch + 1 == args.epochs:
            line.update(score(predict(average, tiles[held]), votes[held]))
        print(json.dumps(line), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ferplus")
    parser.add_argument("work")
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=5e-4)
    parser.add_argument("--mix", type=float, default=0.2)
    parser.add_argument("--balance", type=float, default=0.3)
    parser.add_argument("--widths", type=int, nargs="+", default=[64, 96, 160, 256])
    parser.add_argument("--blocks", type=int, nargs="+", default=[1, 1, 1, 1])
    parser.add_argument("--teacher", nargs="*", default=[])
    parser.add_argument("--start", help="begin a further cycle of the learning rate from this checkpoint's averaged weights")
    parser.add_argument("--trust", type=float, default=0.5)
    parser.add_argument("--everything", action="store_true", help="train on the held-out tiles too")
    parser.add_argument("--export", nargs="+", metavar="CHECKPOINT", help="write WORK/expression.onnx from these checkpoints instead of training")
    parser.add_argument("--flip", action="store_true", help="export: average a face with its mirror image")
    parser.add_argument("--lift", type=float, default=0.0, help="export: how much of the classes' rarity is given back to them")
    args = parser.parse_args()
    export(args) if args.export else train(args)


if __name__ == "__main__":
    main()
