#!/usr/bin/env python3
"""Trains models/voice-emotion: what a voice expresses, from statistics of each utterance.

    python3 training/voice.py prepare DATA/voice WORK       decode, vary (speed, room, noise, telephone), measure with tools/Sensorium.VoiceFeatures
    python3 training/voice.py folds WORK                    fold models for `sensorium evaluate voice DATA/voice --folds WORK`: speakers never shared
    python3 training/voice.py final WORK models/voice-emotion
    python3 training/manifest.py models/voice-emotion

The program that measures is named by VOICE_FEATURES (default: the tool's Release build). A fold's model has seen none of the fold's speakers; the
sentence models have neither seen the speaker nor the sentence. The network's size and the mix of the two classifiers are constants, the temperature of a
fold comes from the predictions of the other folds; docs/models/voice-emotion.md says what was chosen while watching which figures.

emotion.onnx knows nothing of the speaker. calibrated.onnx is also given the statistics of other utterances of the speaker, in any mood and without labels: a voice profile.
Inside, their mean and variance are drawn towards those of the population by how much speakers differ (see Voices), and the utterance is measured against them.
The clip that is judged is never part of its own profile, in training neither.
"""
import csv
import json
import os
import subprocess
import sys
import zlib

import numpy as np

RATE = 16000
TOOL = os.environ.get("VOICE_FEATURES", "tools/Sensorium.VoiceFeatures/bin/Release/net10.0/Sensorium.VoiceFeatures")
WORDS = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"]
LABELS = ["neutral", "calm", "joy", "sadness", "anger", "fear", "disgust", "surprise"]
VARIANTS = ["base", "s1", "s2", "eq", "nz", "ph"]
PERSONAL = ["p1", "p2", "p3", "p4", "peq", "pnz", "pph"]   # as the above, but the same for all clips of a speaker: another voice, another microphone
KOREAN_FOLD = {"ema": 0, "neb": 0, "emf": 1, "ned": 1, "emh": 2, "nek": 2, "nem": 3, "neo": 4}
FOLDS = 5
LDA_SHARE = 0.35   # of the discriminant's log-probabilities beside the networks'
HIDDEN, MEMBERS = 128, 6
KOREAN = 2.5        # times a Korean clip is drawn as often as an English one where both languages are asked for, without a profile
PROFILE_LDA_SHARE = 0.25
PROFILE_EPOCHS = 60
PROFILES = 2        # drawn for each clip of each variant before training
DRAWS = 3           # of a profile for each clip when a temperature is fitted
CLIPS_OF_DOUBT = 3   # what calibrated.onnx says counts as many clips as the profile has, what emotion.onnx says as many as this
CLIPS_OF_SPREAD = 8  # a speaker's variance is drawn towards the population's as if so many clips more had been heard


# ---- data -----------------------------------------------------------------------------------------------------------------------------
def table(data):
    rows = []
    for row in csv.DictReader(open(os.path.join(data, "ravdess.csv"), encoding="utf-8")):
        rows.append(("ravdess/" + row["file"], row["speaker"], row["emotion"], row["text"]))
    for name in ("korean", "clips"):  # clips: what `sensorium dataset import` wrote; the network has no class for contempt
        path = os.path.join(data, name + ".csv")
        for row in csv.DictReader(open(path, encoding="utf-8")) if os.path.exists(path) else []:
            if row["emotion"] in WORDS:
                rows.append((f"{name}/{row['file']}", row["speaker"], row["emotion"], ""))
    return rows


def fold_of(speaker):
    """Speakers of imported clips are spread by their names."""
    actor = speaker.startswith("actor") and speaker[5:].isdigit()
    return (int(speaker[5:]) - 1) % FOLDS if actor else KOREAN_FOLD.get(speaker, zlib.crc32(speaker.encode()) % FOLDS)


def decode(path):
    command = ["ffmpeg", "-v", "error", "-threads", "1", "-i", path, "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout, np.float32)


def speed(x, rate):
    from fractions import Fraction
    from scipy.signal import resample_poly
    f = Fraction(1 / rate).limit_denominator(50)
    return resample_poly(x, f.numerator, f.denominator).astype(np.float32)


def coloured(n, rng, power):
    k = np.fft.rfftfreq(n, 1 / RATE)
    k[0] = k[1]
    return np.fft.irfft(np.fft.rfft(rng.standard_normal(n)) * (k / 1000) ** (-power / 2), n).astype(np.float32)


def noisy(x, snr, rng, clips):
    n, kind = len(x), rng.integers(4)
    if kind == 3:
        noise = np.zeros(n, np.float32)
        for _ in range(6):
            other = clips[rng.integers(len(clips))]
            noise += np.resize(np.roll(other, rng.integers(len(other))), n) / (other.std() + 1e-9)
    else:
        noise = coloured(n, rng, kind)
    power = np.sort((x[: n // 320 * 320].reshape(-1, 320) ** 2).mean(1))
    voice = power[len(power) // 2:].mean()
    return x + noise * np.float32(np.sqrt(voice / 10 ** (snr / 10) / ((noise ** 2).mean() + 1e-12)))


def in_room(x, rng):
    from scipy.signal import fftconvolve
    reverberation = rng.uniform(.15, .6)
    n = int(reverberation * RATE)
    h = rng.standard_normal(n) * 10 ** (-3 * np.arange(n) / RATE / reverberation)
    h *= rng.uniform(.1, .5) / np.sqrt((h ** 2).sum())
    h[0] = 1
    return fftconvolve(x, h)[: len(x) + n // 2].astype(np.float32)


def equalised(x, rng):
    k = np.fft.rfftfreq(len(x), 1 / RATE)
    gain = np.interp(k, [0, 200, 500, 1000, 2000, 4000, 8000], rng.uniform(-5, 5, 7))
    return np.fft.irfft(np.fft.rfft(x) * 10 ** (gain / 20), len(x)).astype(np.float32)


def telephone(x, rng):
    from scipy.signal import butter, sosfilt
    band = [rng.uniform(100, 350), rng.uniform(3300, 4000)]
    y = sosfilt(butter(4, band, "bandpass", fs=RATE, output="sos"), x)
    peak = np.abs(y).max() + 1e-9
    code = np.round(np.sign(y) * np.log1p(255 * np.abs(y / peak)) / np.log(256) * 127) / 127
    return (np.sign(code) * np.expm1(np.abs(code) * np.log(256)) / 255 * peak).astype(np.float32)


def vary(kind, x, rng, clips):
    if kind == "s1":
        return speed(x, rng.uniform(.87, .97))
    if kind == "s2":
        return speed(x, rng.uniform(1.03, 1.15))
    if kind == "eq":
        return in_room(equalised(speed(x, rng.uniform(.93, 1.07)), rng), rng)
    if kind == "nz":
        return noisy(equalised(speed(x, rng.uniform(.93, 1.07)), rng), rng.uniform(5, 25), rng, clips)
    if kind == "ph":
        return noisy(telephone(speed(x, rng.uniform(.95, 1.05)), rng), rng.uniform(12, 35), rng, clips)
    return x


SPEEDS = {"p1": (.85, .93), "p2": (.93, .99), "p3": (1.01, 1.08), "p4": (1.08, 1.18)}


def vary_speaker(kind, x, own, rng, clips):
    """As vary, with all that is drawn from `own` the same for every clip of a speaker."""
    if kind in SPEEDS:
        return speed(x, own.uniform(*SPEEDS[kind]))
    x = speed(x, own.uniform(.9, 1.1))
    if kind == "peq":
        return in_room(equalised(x, own), own)
    if kind == "pnz":
        return noisy(equalised(x, own), own.uniform(5, 25), rng, clips)
    ratio = own.uniform(12, 35)
    return noisy(telephone(x, own), ratio, rng, clips)


def prepare(data, work):
    os.makedirs(work, exist_ok=True)
    rows = table(data)
    clips = [decode(os.path.join(data, row[0])) for row in rows]
    json.dump(rows, open(os.path.join(work, "rows.json"), "w", encoding="utf-8"))
    for number, kind in enumerate(VARIANTS):
        rng = np.random.default_rng(number)
        measure(work, kind, [vary(kind, clip, rng, clips) for clip in clips])
    for number, kind in enumerate(PERSONAL):
        own = [np.random.default_rng([100 + number, zlib.crc32(row[1].encode())]) for row in rows]
        measure(work, kind, [vary_speaker(kind, clip, own[i], np.random.default_rng([200 + number, i]), clips) for i, clip in enumerate(clips)])


def measure(work, kind, sounds):
    path = os.path.join(work, kind)
    with open(path + ".f32", "wb") as file:
        for x in sounds:
            x.astype(np.float32).tofile(file)
    np.array([len(x) for x in sounds], np.int32).tofile(path + ".i32")
    subprocess.check_call([TOOL, path + ".f32", path + ".i32", path + ".stat"])
    os.remove(path + ".f32")
    print(kind, flush=True)


class Data:
    def __init__(self, work):
        rows = json.load(open(os.path.join(work, "rows.json"), encoding="utf-8"))
        self.speaker = np.array([row[1] for row in rows])
        self.y = np.array([WORDS.index(row[2]) for row in rows])
        self.text = np.array([row[3] for row in rows])
        self.imported = np.array([row[0].startswith("clips") for row in rows])
        self.english = np.array([row[0].startswith("ravdess") for row in rows])
        self.fold = np.array([fold_of(s) for s in self.speaker])
        self.x = self.load(work, VARIANTS)
        self.personal = np.concatenate([self.x[:1], self.load(work, PERSONAL)])
        self.other = (self.speaker[:, None] == self.speaker[None]) & ~np.eye(len(rows), dtype=bool)
        self.can_calibrate = self.other.sum(1) > 1

    def load(self, work, kinds):
        return np.stack([np.fromfile(os.path.join(work, kind + ".stat"), np.float32).reshape(len(self.y), -1) for kind in kinds])

    def profiles(self, rng):
        """For each clip which other clips of its speaker are known, as 0 and 1: a fifth of the time neutral ones, three tenths one to ten, else five and more."""
        known = np.zeros(self.other.shape, np.float32)
        for i in np.where(self.can_calibrate)[0]:
            others = np.where(self.other[i])[0]
            neutral = others[self.y[others] == 0]
            kind = rng.random()
            if kind < .2 and len(neutral) > 0:
                pick = rng.permutation(neutral)[: rng.integers(1, len(neutral) + 1)]
            elif kind < .5:
                pick = rng.permutation(others)[: rng.integers(1, 11)]
            else:
                pick = rng.permutation(others)[: rng.integers(min(5, len(others)), len(others) + 1)]
            known[i, pick] = 1
        return known


# ---- models ---------------------------------------------------------------------------------------------------------------------------
def fit(d, train, seed, korean=1.0):
    import torch
    import torch.nn.functional as F
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    clean = d.x[0, train]
    model = {"middle": np.median(clean, 0), "scale": clean.std(0) + 1e-6}
    sets = []
    for variant in range(len(VARIANTS)):
        x = d.x[variant, train]
        z = np.clip((x - model["middle"]) / model["scale"], -4, 4)
        sets.append(z.astype(np.float32))
    y = d.y[train]
    count = np.bincount(y, minlength=8)
    lda = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=.15, priors=np.ones(8) / 8)
    # The discriminant knows no weights: Korean clips that count for more come twice.
    again = np.where(~d.english[train])[0] if korean > 1 else np.zeros(0, int)
    lda.fit(np.concatenate([sets[0]] + sets + [z[again] for z in sets]), np.concatenate([np.tile(y, len(sets) + 1), np.tile(y[again], len(sets))]))
    model["lda_w"], model["lda_b"] = lda.coef_.T.astype(np.float32), lda.intercept_.astype(np.float32)

    v = torch.tensor(np.stack(sets))
    dims, n, batch, m = v.shape[2], len(train), 96, MEMBERS
    w1 = (torch.randn(m, dims, HIDDEN) * dims ** -.5).requires_grad_()
    b1 = torch.zeros(m, 1, HIDDEN, requires_grad=True)
    w2 = (torch.randn(m, HIDDEN, 8) * HIDDEN ** -.5 * .5).requires_grad_()
    b2 = torch.zeros(m, 1, 8, requires_grad=True)
    optimiser = torch.optim.AdamW([w1, b1, w2, b2], lr=2e-3, weight_decay=1e-2)
    steps = 85 * (n // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps, pct_start=.1)
    weight = 1 / np.maximum(count, 1) ** .5
    weight = torch.tensor(weight / weight[y].mean(), dtype=torch.float32)
    target = (F.one_hot(torch.tensor(y), 8).float() * .9 + .1 / 8) * weight[y][:, None]
    drawn = np.where(d.english[train], 1, korean)
    drawn = drawn / drawn.sum()
    for step in range(steps):
        i = torch.tensor(rng.choice(n, (m, batch), p=drawn))
        kind = torch.tensor(np.maximum(rng.integers(-1, len(VARIANTS), (m, batch)), 0))
        lam = torch.tensor(rng.beta(.4, .4, (m, 1, 1)), dtype=torch.float32)
        other = torch.tensor(rng.permutation(batch))
        x, t = v[kind, i], target[i]
        x, t = lam * x + (1 - lam) * x[:, other], lam * t + (1 - lam) * t[:, other]
        h = F.dropout(torch.relu(torch.baddbmm(b1, F.dropout(x, .15), w1)), .5)
        z = torch.baddbmm(b2, h, w2)
        loss = -(t * F.log_softmax(z, 2)).sum(2).mean() * m
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    for name, value in (("w1", w1), ("b1", b1), ("w2", w2), ("b2", b2)):
        model[name] = value.detach().numpy()
    return model


def log_softmax(z):
    z = z - z.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))


def standard(model, x):
    return np.clip((x - model["middle"]) / model["scale"], -4, 4).astype(np.float32)


def answer(model, z, seen_by_lda, share):
    h = np.maximum(np.matmul(z[None], model["w1"]) + model["b1"], 0)
    networks = log_softmax(np.matmul(h, model["w2"]) + model["b2"]).mean(0)
    return networks + share * np.maximum(log_softmax(seen_by_lda @ model["lda_w"] + model["lda_b"]), -8)


def logits(model, x):
    z = standard(model, x)
    return answer(model, z, z, LDA_SHARE)


def voices(d, train, model):
    """What is usual among speakers, of standardised statistics: the middle of their means, the variance within a speaker, and the number of clips that the middle is worth."""
    z, who = standard(model, d.x[0, train]), d.speaker[train]
    people, place, count = np.unique(who, return_inverse=True, return_counts=True)
    means = np.stack([z[who == s].mean(0) for s in people])
    within = ((z - means[place]) ** 2).sum(0) / (len(z) - len(people))
    between = np.maximum(means.var(0, ddof=1) - within * np.mean(1 / count), .02 * within)
    model["usual"], model["within"], model["worth"] = means.mean(0), within, within / between


def against(model, z, known, all_z):
    """How far utterances are from their speaker's voice, in that voice's own spread; `known` [utterances x clips] says by which clips the voice is known."""
    n, total = known.sum(1, keepdims=True), known @ all_z
    mean = (total + model["worth"] * model["usual"]) / (n + model["worth"])
    squares = np.maximum(known @ (all_z * all_z) - total * total / np.maximum(n, 1), 0)
    variance = (CLIPS_OF_SPREAD * model["within"] + squares) / (CLIPS_OF_SPREAD + np.maximum(n - 1, 0))
    return np.clip((z - mean) / np.sqrt(variance * (1 + 1 / (n + model["worth"])) + 1e-6), -4, 4).astype(np.float32)


def fit_profile(d, train, seed, plain):
    """Half of the networks see the utterance against its speaker's voice alone, half see it as it is too; the discriminant is of the first kind."""
    import torch
    import torch.nn.functional as F
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    train = train[d.can_calibrate[train]]
    rng = np.random.default_rng(seed)
    clean = d.personal[0, train]
    model = {"middle": np.median(clean, 0), "scale": clean.std(0) + 1e-6, "plain": plain}
    voices(d, train, model)
    everybody = [standard(model, x) for x in d.personal]
    absolute = np.stack([z[train] for z in everybody])
    relative = np.stack([[against(model, z[train], d.profiles(rng)[train], z) for z in everybody] for _ in range(PROFILES)])
    y, kinds, n, dims = d.y[train], len(everybody), len(train), absolute.shape[2]
    lda = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=.25, priors=np.ones(8) / 8)
    lda.fit(np.concatenate([relative.reshape(-1, dims), relative[0, 0]]), np.tile(y, PROFILES * kinds + 1))
    model["lda_w"], model["lda_b"] = lda.coef_.T.astype(np.float32), lda.intercept_.astype(np.float32)

    absolute, relative = torch.tensor(absolute), torch.tensor(relative)
    batch, m = 96, MEMBERS
    seen = torch.ones(m, 2 * dims, 1)
    seen[: m // 2, :dims] = 0
    w1 = torch.randn(m, 2 * dims, HIDDEN) * (2 * dims) ** -.5
    w1[: m // 2] *= 2 ** .5
    w1.requires_grad_()
    b1 = torch.zeros(m, 1, HIDDEN, requires_grad=True)
    w2 = (torch.randn(m, HIDDEN, 8) * HIDDEN ** -.5 * .5).requires_grad_()
    b2 = torch.zeros(m, 1, 8, requires_grad=True)
    optimiser = torch.optim.AdamW([w1, b1, w2, b2], lr=2e-3, weight_decay=1e-2)
    steps = PROFILE_EPOCHS * (n // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps, pct_start=.1)
    weight = 1 / np.maximum(np.bincount(y, minlength=8), 1) ** .5
    weight = torch.tensor(weight / weight[y].mean(), dtype=torch.float32)
    target = (F.one_hot(torch.tensor(y), 8).float() * .9 + .1 / 8) * weight[y][:, None]
    often = np.ones(kinds)
    often[0] = 2
    for step in range(steps):
        i = torch.tensor(rng.integers(n, size=(m, batch)))
        kind = torch.tensor(rng.choice(kinds, (m, batch), p=often / often.sum()))
        drawn = torch.tensor(rng.integers(PROFILES, size=(m, batch)))
        lam = torch.tensor(rng.beta(.4, .4, (m, 1, 1)), dtype=torch.float32)
        other = torch.tensor(rng.permutation(batch))
        x, t = torch.cat([absolute[kind, i], relative[drawn, kind, i]], 2), target[i]
        x, t = lam * x + (1 - lam) * x[:, other], lam * t + (1 - lam) * t[:, other]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            h = F.dropout(torch.relu(torch.bmm(F.dropout(x, .15), w1 * seen) + b1), .5)
            z = torch.bmm(h, w2) + b2
        loss = -(t * F.log_softmax(z.float(), 2)).sum(2).mean() * m
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    for name, value in (("w1", w1 * seen), ("b1", b1), ("w2", w2), ("b2", b2)):
        model[name] = value.detach().numpy()
    return model


def profile_logits(model, d, test, known):
    z = standard(model, d.x[0])
    relative = against(model, z[test], known[test], z)
    told = answer(model, np.concatenate([z[test], relative], 1), relative, PROFILE_LDA_SHARE)
    return doubted(told, logits(model["plain"], d.x[0, test]), known[test].sum(1, keepdims=True))


def doubted(told, plain, clips):
    """A voice of which little is known is judged mostly as an unknown one."""
    return (clips * told + CLIPS_OF_DOUBT * plain) / (clips + CLIPS_OF_DOUBT)


def temperature(z, y):
    best = min(np.exp(np.linspace(-1.5, 1.5, 121)), key=lambda t: -log_softmax(z / t)[np.arange(len(y)), y].mean())
    return float(best)


def export(model, heat, path):
    import onnx
    from onnx import TensorProto as T, helper as h, numpy_helper as nh
    nodes, constants = [], []

    def constant(name, value, half=False):
        value = np.asarray(value)
        if half:
            constants.append(nh.from_array(value.astype(np.float16), name + "_half"))
            nodes.append(h.make_node("Cast", [name + "_half"], [name], to=T.FLOAT))
        else:
            constants.append(nh.from_array(value, name))
        return name

    def node(kind, inputs, output, **attributes):
        nodes.append(h.make_node(kind, inputs, [output], **attributes))
        return output

    def standard(source, middle, scale, tag):
        constant(tag + "_middle", np.float32(middle))
        constant(tag + "_scale", np.float32(1 / scale))
        centred = node("Sub", [source, tag + "_middle"], tag + "_centred")
        scaled = node("Mul", [centred, tag + "_scale"], tag + "_scaled")
        return node("Clip", [scaled, "low", "high"], tag)

    def told(model, z, seen_by_lda, share, tag=""):
        """What networks and discriminant say together, before the temperature."""
        members = len(model["w1"])
        constant(tag + "w1", model["w1"].transpose(1, 0, 2).reshape(-1, members * HIDDEN), half=True)
        constant(tag + "b1", model["b1"].reshape(-1))
        hidden = node("Relu", [node("Add", [node("MatMul", [z, tag + "w1"], tag + "h0"), tag + "b1"], tag + "h1")], tag + "h2")
        constant(tag + "split", np.array([0, members, HIDDEN], np.int64))
        turned = node("Transpose", [node("Reshape", [hidden, tag + "split"], tag + "h3")], tag + "h4", perm=[1, 0, 2])
        constant(tag + "w2", model["w2"])
        constant(tag + "b2", model["b2"])
        each = node("LogSoftmax", [node("Add", [node("MatMul", [turned, tag + "w2"], tag + "z0"), tag + "b2"], tag + "z1")], tag + "z2", axis=2)
        networks = node("ReduceMean", [each], tag + "networks", axes=[0], keepdims=0)
        constant(tag + "lda_w", model["lda_w"], half=True)
        constant(tag + "lda_b", model["lda_b"])
        lda = node("LogSoftmax", [node("Add", [node("MatMul", [seen_by_lda, tag + "lda_w"], tag + "l0"), tag + "lda_b"], tag + "l1")], tag + "l2", axis=1)
        constant(tag + "share", np.float32(share))
        lda = node("Mul", [node("Max", [lda, "floor"], tag + "l3"), tag + "share"], tag + "l4")
        return node("Add", [networks, lda], tag + "sum")

    for name, value in (("low", -4), ("high", 4), ("floor", -8), ("heat", 1 / heat)):
        constant(name, np.float32(value))
    dims = len(model["middle"])
    inputs = [h.make_tensor_value_info("statistics", T.FLOAT, ["N", dims])]
    z = standard("statistics", model["middle"], model["scale"], "absolute")
    if "plain" in model:
        inputs.append(h.make_tensor_value_info("profile", T.FLOAT, ["M", dims]))
        for name in ("usual", "within", "worth"):
            constant(name, np.float32(model[name]))
        for name, value in (("one", 1), ("nought", 0), ("tiny", 1e-6), ("spread", CLIPS_OF_SPREAD), ("doubt", CLIPS_OF_DOUBT)):
            constant(name, np.float32(value))
        known = standard("profile", model["middle"], model["scale"], "known")
        constant("first", np.array([0], np.int64))
        count = node("Cast", [node("Gather", [node("Shape", ["profile"], "n0"), "first"], "n1")], "count", to=T.FLOAT)
        total = node("ReduceSum", [known, "first"], "total", keepdims=1)
        worth = node("Add", [count, "worth"], "together")
        mean = node("Div", [node("Add", [total, node("Mul", ["worth", "usual"], "m0")], "m1"), worth], "mean")
        squares = node("ReduceSum", [node("Mul", [known, known], "v0"), "first"], "v1", keepdims=1)
        around = node("Max", [node("Sub", [squares, node("Div", [node("Mul", [total, total], "v2"), count], "v3")], "v4"), "nought"], "v5")
        variance = node("Div", [node("Add", [node("Mul", ["within", "spread"], "v6"), around], "v7"), node("Add", [count, node("Sub", ["spread", "one"], "v8")], "v9")], "variance")
        wide = node("Mul", [variance, node("Add", [node("Div", ["one", worth], "d0"), "one"], "d1")], "d2")
        deviation = node("Sqrt", [node("Add", [wide, "tiny"], "d3")], "deviation")
        relative = node("Clip", [node("Div", [node("Sub", [z, mean], "r0"), deviation], "r1"), "low", "high"], "relative")
        said = told(model, node("Concat", [z, relative], "both", axis=1), relative, PROFILE_LDA_SHARE)
        plain = standard("statistics", model["plain"]["middle"], model["plain"]["scale"], "unknown")
        plain = told(model["plain"], plain, plain, LDA_SHARE, "plain_")
        shares = node("Add", [node("Mul", [said, count], "s0"), node("Mul", [plain, "doubt"], "s1")], "s2")
        said = node("Div", [shares, node("Add", [count, "doubt"], "s3")], "said")
    else:
        said = told(model, z, z, LDA_SHARE)
    node("Mul", [said, "heat"], "logits")
    graph = h.make_graph(nodes, "voice", inputs, [h.make_tensor_value_info("logits", T.FLOAT, ["N", 8])], constants)
    made = h.make_model(graph, opset_imports=[h.make_opsetid("", 14)], ir_version=7, producer_name="sensorium")
    onnx.checker.check_model(made)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    onnx.save(made, path)


# ---- protocol -------------------------------------------------------------------------------------------------------------------------
def seven(p):
    return np.concatenate([p[:, :1] + p[:, 1:2], p[:, 2:]], 1)


def recall(truth, said):
    return float(np.mean([(said[truth == c] == c).mean() for c in np.unique(truth)]))


def report(d, z, rows, name):
    y7 = np.maximum(d.y - 1, 0)
    p = np.exp(log_softmax(z))
    english = rows & d.english
    by_fold = [recall(y7[k], seven(p[k]).argmax(1)) for k in (english & (d.fold == f) for f in range(FOLDS)) if k.any()]
    korean = rows & ~d.english & ~d.imported
    four = np.stack([p[:, 0] + p[:, 1], p[:, 2], p[:, 3], p[:, 4]], 1)
    y4 = np.array([0, 0, 1, 2, 3, 0, 0, 0])[d.y]
    plain = korean & np.char.startswith(d.speaker, "em")
    text = f"{name}: 7 classes {np.mean(by_fold):.3f} ({np.std(by_fold):.3f}), 8 classes {recall(d.y[english], p[english].argmax(1)):.3f}"
    if korean.any():
        text += f"; Korean {recall(y4[korean], four[korean].argmax(1)):.3f}, em* {recall(y4[plain], four[plain].argmax(1)):.3f}"
    imported = rows & d.imported
    if imported.any():
        text += f"; imported {recall(y7[imported], seven(p[imported]).argmax(1)):.3f}"
    print(text, flush=True)


def out_of_fold(d, plain, sentences):
    """
    Fold models and what they say of the clips that they have not learnt; with sentences, those that have not heard the tested sentence either. With `plain`,
    the models without profiles, those with.
    """
    profiles = plain is not None
    z = np.full((DRAWS if profiles else 1, len(d.y), 8), np.nan)
    known = [d.profiles(np.random.default_rng(1000 + i)) for i in range(DRAWS)]
    models = {}
    texts = sorted(set(d.text[d.english])) if sentences else [None]
    for f in range(FOLDS):
        for number, text in enumerate(texts):
            train = np.where((d.fold != f) & ((d.text != text) if text else True))[0]
            test = np.where((d.fold == f) & ((d.text == text) if text else True) & (d.can_calibrate | (not profiles)))[0]
            if profiles:
                model = fit_profile(d, train, f, plain[f, number])
                z[:, test] = [profile_logits(model, d, test, draw) for draw in known]
            else:
                model = fit(d, train, f, 1.0 if sentences else KOREAN)
                z[0, test] = logits(model, d.x[0, test])
            models[f, number] = model
            print("fold", f, text or "", flush=True)
    return z, models


def heat_of(d, z, rows):
    """The temperature of what was said of some clips, over all draws of profiles."""
    return temperature(np.concatenate([draw[rows] for draw in z]), np.tile(d.y[rows], len(z)))


def folds(work):
    d = Data(work)
    heats = {}
    for sentences in (False, True):
        plain = None
        for name in ("emotion", "calibrated"):
            rows = (d.english if sentences else np.ones(len(d.y), bool)) & (d.can_calibrate | (plain is None))
            z, models = out_of_fold(d, plain, sentences)
            for draw in z:
                report(d, draw, rows, name + (", unseen sentence" if sentences else ""))
            for (f, number), model in models.items():
                folder = f"fold{f}-sentence{number}" if sentences else f"fold{f}"
                export(model, heat_of(d, z, rows & (d.fold != f)), os.path.join(work, folder, name + ".onnx"))
            heats[name] = heat_of(d, z, rows)  # that of unseen sentences stays: who uses the models says other sentences than these two
            plain = models
    json.dump(heats, open(os.path.join(work, "heat.json"), "w"))
    json.dump([{"file": r[0], "fold": int(f)} for r, f in zip(json.load(open(os.path.join(work, "rows.json"))), d.fold)], open(os.path.join(work, "folds.json"), "w"))


def final(work, target):
    d = Data(work)
    heats = json.load(open(os.path.join(work, "heat.json")))
    everything = np.arange(len(d.y))
    plain = fit(d, everything, 1, KOREAN)
    export(plain, heats["emotion"], os.path.join(target, "emotion.onnx"))
    export(fit_profile(d, everything, 1, plain), heats["calibrated"], os.path.join(target, "calibrated.onnx"))


if __name__ == "__main__":
    {"prepare": prepare, "folds": folds, "final": final}[sys.argv[1]](*sys.argv[2:])
