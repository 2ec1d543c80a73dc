#!/usr/bin/env python3
"""Trains models/song-tags: which instruments a stretch of three seconds of music holds, and whether it is electronic or acoustic.

    python3 training/song_tags.py render WORK/fluid FluidR3_GM.sf2 SCENES SEED       parts of made-up music, each rendered alone
    python3 training/song_tags.py render WORK/unseen TimGM6mb.sf2 SCENES SEED        the same in a SoundFont that training never hears
    python3 training/song_tags.py mix WORK/mixes1 20000 SEED WORK/fluid WORK/muse ...   excerpts of mixes, as the network sums them up
    python3 training/song_tags.py songs WORK/songs 1500 SEED WORK/unseen             made-up songs of the unseen SoundFont, six excerpts each
    python3 training/song_tags.py train WORK models/song-tags [EPOCHS [PRECISION [START [RATE]]]]   trains on WORK/mixes*, from START if given
    python3 training/manifest.py models/song-tags

No data set is used. `render` composes scenes of eight seconds (key, tempo, chords; lead, chords, broken chords, counter-melody, bass, drums), renders
each part alone in several programs of General MIDI with fluidsynth and keeps the power in mel bands. `mix` puts parts of one scene together: one to
six parts, any balance, reverberation, equaliser, a codec's band limit, noise. WORK/songs gives bounds and figures. Nothing is chosen on real recordings. Seeded; one thread.
"""
import json
import os
import subprocess
import sys

import numpy as np

RATE, LENGTH, HOP, BANDS, LOWEST, HIGHEST = 22050, 4096, 1024, 64, 30., 11000.
SCENE, RING, FRAMES = 8., 1.5, 64
NAMES = ["piano", "guitar", "strings", "brass", "woodwind", "flute", "organ", "synth", "bells", "harp", "bass", "drums", "voice", "electronic", "acoustic"]
TAG = {name: i for i, name in enumerate(NAMES)}

# Programs of General MIDI: tags, lowest and highest note, roles, and where it stands between electronic (1) and acoustic (0).
L, C, A, M, B = "lead", "chords", "broken", "counter", "bass"
PROGRAMS = {}


def programs(numbers, tags, low, high, roles, electronic):
    for number in numbers:
        PROGRAMS[number] = (tags.split(), low, high, roles, electronic)


programs([0, 1, 2], "piano", 30, 96, [L, C, C, A, A, M], 0)
programs([3], "piano", 36, 96, [L, C, A], 0)
programs([4, 5], "piano", 36, 90, [L, C, A], .5)
programs([9], "bells", 72, 103, [L, A], 0)
programs([8, 10], "bells", 60, 100, [L, A, C], 0)
programs([11], "bells", 53, 89, [L, A, C], 0)
programs([12, 13], "bells", 53, 96, [L, A], 0)
programs([14], "bells", 60, 77, [L, M], 0)
programs([16, 17, 18], "organ", 36, 90, [L, C, C, A, M], .5)
programs([19, 20], "organ", 36, 90, [L, C, C, M], 0)
programs([24, 25], "guitar", 40, 84, [L, C, A, A, M], 0)
programs([26, 27, 28], "guitar", 40, 84, [L, C, A, M], .5)
programs([29, 30], "guitar", 40, 80, [L, C, M], .7)
programs([32], "bass", 28, 55, [B], 0)
programs([33, 34, 35, 36, 37], "bass", 28, 55, [B], .5)
programs([38, 39], "bass synth", 28, 55, [B], 1)
programs([40], "strings", 55, 98, [L, M], 0)
programs([41], "strings", 48, 84, [L, M], 0)
programs([42], "strings", 36, 74, [L, M, B], 0)
programs([43], "strings bass", 28, 55, [B], 0)
programs([44, 48, 49], "strings", 36, 96, [L, C, C, M, B], 0)
programs([45], "strings", 36, 91, [L, A, C, B], 0)
programs([46], "harp", 36, 96, [L, A, A, C], 0)
programs([52, 53], "voice", 48, 80, [L, C, M], 0)
programs([56, 59], "brass", 55, 84, [L, M], 0)
programs([57], "brass", 40, 72, [L, M, B], 0)
programs([58], "brass", 29, 58, [B, B, L], 0)
programs([60], "brass", 41, 77, [L, C, M], 0)
programs([61], "brass", 40, 84, [L, C, M], 0)
programs([64, 65, 66, 67], "woodwind", 44, 84, [L, M], 0)
programs([68, 69], "woodwind", 54, 88, [L, M], 0)
programs([70], "woodwind", 34, 70, [L, M, B], 0)
programs([71], "woodwind", 50, 90, [L, A, M], 0)
programs([72], "flute woodwind", 74, 102, [L], 0)
programs([73, 74], "flute woodwind", 60, 96, [L, A, M], 0)
programs([75], "flute woodwind", 60, 96, [L, M], 0)
programs(range(80, 88), "synth", 36, 90, [L, A, M, B], 1)
programs(range(88, 96), "synth", 36, 84, [C, C, M], 1)
programs([47], "drums", 36, 60, ["timpani"], 0)
# Heard as well, but named by none of our words: harpsichord, accordion, harmonica, sitar, banjo.
programs([6, 7, 21, 22, 104, 105], "", 40, 84, [L, C, A], .3)
# Between two families: what they are called is left open.
OPEN = {50: ["strings"], 51: ["strings"], 62: ["brass"], 63: ["brass"], 54: ["voice"]}
programs([50, 51], "synth", 36, 90, [C, M], 1)
programs([62, 63], "synth", 40, 80, [C, L], 1)
programs([54], "synth", 48, 80, [C, L], 1)
OPEN.update({85: ["voice"], 91: ["voice"], 84: ["guitar"], 87: ["bass"], 10: ["piano"], 11: ["organ"], 45: ["guitar"], 46: ["guitar"], 24: ["harp"], 6: ["guitar", "piano", "harp"], 7: ["guitar", "piano"],
             21: ["organ", "woodwind"], 22: ["woodwind", "organ"], 104: ["guitar"], 105: ["guitar"], 42: ["bass"], 70: ["bass"], 58: ["bass"], 4: ["bells"], 5: ["bells"], 12: [], 75: [], 19: []})
KITS = [(0, 0.2), (8, 0.2), (16, 0.3), (32, 0.), (40, 0.), (24, 1.), (25, 1.), (48, 0.)]
ROLES = {L: 3, C: 2, A: 2, M: 2, B: 2, "drums": 2}


def families(role):
    """Programs of a role, so that each family comes as often as the next."""
    groups = {}
    for number, (tags, _, _, roles, _) in PROGRAMS.items():
        if role in roles:
            key = " ".join(t for t in tags) or "other"
            groups.setdefault(key, []).append(number)
    return groups


class Scene:
    """Eight seconds of chords that all parts share."""

    def __init__(self, rng):
        self.rng = rng
        self.beat = 60 / rng.uniform(58, 176)
        self.beats = int(SCENE / self.beat)
        self.scale = [[0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 8, 10], [0, 2, 3, 5, 7, 9, 10], [0, 2, 3, 5, 7, 8, 11]][rng.choice(4, p=[.5, .2, .15, .15])]
        self.tonic = int(rng.integers(12))
        span = int(rng.choice([1, 2, 2, 4, 4, 8]))
        degrees = rng.choice(7, 16, p=[.3, .08, .06, .18, .2, .13, .05])
        self.chords = [degrees[(i // span) % 16] for i in range(self.beats + 1)]
        self.swing = rng.choice([0, 0, .16])
        self.triple = rng.random() < .25

    def pitch(self, degree):
        return self.tonic + 12 * (degree // 7) + self.scale[degree % 7]

    def fold(self, pitch, low, high):
        while pitch < low:
            pitch += 12
        while pitch > high:
            pitch -= 12
        return max(pitch, low)

    def notes(self, role, low, high):
        """(start, length, pitch, velocity) in seconds."""
        rng, out = self.rng, []
        held = rng.choice([.25, .5, .8, .95, 1.02])
        loud = rng.uniform(45, 112)
        touch = rng.uniform(2, 12)

        def add(at, length, pitch, accent=0.):
            start = max(0, at * self.beat + rng.normal(0, .008))
            if start < SCENE - .05:
                out.append((start, max(.04, min(length * held * self.beat, SCENE - start)), int(pitch), int(np.clip(loud + accent + rng.normal(0, touch), 12, 127))))

        centre = rng.uniform(low + 5, max(low + 6, min(high - 5, low + 34)))
        near = lambda d: self.fold(self.pitch(d), max(low, centre - 12), min(high, centre + 12))
        if role in (L, M):
            values = [1, 2, 2, 4] if role == M else [[.5, .5, 1, 1.5], [.25, .25, .5, 1], [1, 1, 2, .5], [1 / 3, 1 / 3, 2 / 3, 1]][rng.integers(4)]
            at, degree = rng.choice([0, 0, .5, 1]), int(rng.integers(7))
            rest = rng.uniform(0, .25)
            while at < self.beats:
                value = float(rng.choice(values))
                degree += int(rng.choice([-2, -1, -1, 0, 1, 1, 2, 4, -4], p=[.1, .2, .1, .1, .1, .2, .1, .05, .05]))
                if rng.random() < .4:
                    degree = int(self.chords[int(at)] + rng.choice([0, 2, 4]))
                if rng.random() >= rest:
                    add(at, value, near(degree), 8 if at % 1 == 0 else 0)
                    if rng.random() < .06:
                        add(at, value, near(degree + 2))
                at += value
        elif role == C:
            pattern = [[0], [0, 2], [0, 1, 2, 3], [.5, 1.5, 2.5, 3.5], [0, 1.5, 3], [0, .5, 1, 1.5, 2, 2.5, 3, 3.5]][rng.integers(6)]
            size = int(rng.integers(2, 5))
            for bar in range(0, self.beats, 4):
                for i, at in enumerate(pattern):
                    length = (pattern[i + 1] if i + 1 < len(pattern) else 4) - at
                    root = self.chords[min(len(self.chords) - 1, int(bar + at))]
                    strum = rng.uniform(0, .04)
                    for voice, step in enumerate([0, 2, 4, 7][:size]):
                        add(bar + at + voice * strum, length, near(root + step), 6 if at == 0 else 0)
        elif role == A:
            step = float(rng.choice([.25, .5, .5, 1 / 3]))
            order = [[0, 2, 4, 2], [0, 4, 7, 4], [0, 2, 4, 7, 9, 7, 4, 2], [7, 4, 2, 0], [0, 4, 2, 4], [0, 0, 7, 7]][rng.integers(6)]
            i = 0
            for at in np.arange(0, self.beats, step):
                add(at, step * rng.choice([1, 2]), near(self.chords[int(at)] + order[i % len(order)]), 8 if i % len(order) == 0 else 0)
                i += 1
        elif role == B:
            pattern = [[(0, 0, 4)], [(0, 0, 2), (2, 4, 2)], [(i, 0, 1) for i in range(4)], [(i / 2, 0, .5) for i in range(8)], [(0, 0, 1.5), (1.5, 4, .5), (2, 0, 1), (3, 4, 1)], [(i, [0, 2, 4, 5][i], 1) for i in range(4)]][rng.integers(6)]
            for bar in range(0, self.beats, 4):
                for at, step, length in pattern:
                    if bar + at < self.beats:
                        add(bar + at, length, near(self.chords[int(bar + at)] + step), 6 if at == 0 else 0)
        elif role == "timpani":
            root = self.fold(self.tonic, low, high - 7)
            for at in range(0, self.beats, int(rng.choice([2, 4]))):
                if rng.random() < .3:
                    for i in np.arange(0, 1, .125):
                        add(at + i, .125, root, -30 + 30 * i)
                add(at + 1, 1, root if rng.random() < .7 else root + 7, 10)
        return out

    def drums(self):
        rng, out = self.rng, []
        kind = rng.choice(["rock", "dance", "jazz", "light", "orchestra", "toms"], p=[.3, .2, .15, .15, .1, .1])
        loud = rng.uniform(60, 110)

        def add(at, key, accent=0.):
            start = max(0, at * self.beat + rng.normal(0, .006))
            if start < SCENE - .05:
                out.append((start, .1, key, int(np.clip(loud + accent + rng.normal(0, 6), 12, 127))))

        hat, ride, snare = int(rng.choice([42, 44, 46])), int(rng.choice([51, 59, 53])), int(rng.choice([38, 40, 37, 39]))
        for at in range(self.beats):
            if kind == "rock":
                for half in (0, .5):
                    add(at + half, hat, -12)
                add(at, 36 if at % 2 == 0 else snare)
                if rng.random() < .25:
                    add(at + .5, 36, -8)
            elif kind == "dance":
                add(at, 36, 6)
                add(at + .5, 46 if rng.random() < .5 else 42, -8)
                if at % 2:
                    add(at, 39 if rng.random() < .5 else snare)
            elif kind == "jazz":
                add(at, ride, -8)
                if at % 2:
                    add(at + .66, ride, -14)
                    add(at, 44, -12)
                if rng.random() < .2:
                    add(at + .66, 38, -22)
            elif kind == "light":
                key = int(rng.choice([70, 54, 69, 82, 75, 60, 62]))
                add(at, key, -5)
                add(at + .5, key, -15)
            elif kind == "orchestra":
                if rng.random() < .3:
                    add(at, int(rng.choice([49, 57, 36, 35])))
                if rng.random() < .25:
                    for i in np.arange(0, 1, .125):
                        add(at + i, 38, -25 + 20 * i)
            elif rng.random() < .8:
                add(at, int(rng.choice([41, 43, 45, 47, 48, 50])))
                add(at + .5, int(rng.choice([41, 45, 48])), -10)
        return out


def variable(value):
    data = [value & 127]
    while value := value >> 7:
        data.append(value & 127 | 128)
    return bytes(reversed(data))


def midi(stems):
    """One file: stem after stem, each SCENE + RING long; 1000 ticks a second."""
    events = [(0, 0, b"\xff\x51\x03\x0f\x42\x40")]
    for i, (program, channel, notes) in enumerate(stems):
        base = round(i * (SCENE + RING) * 1000)
        events.append((base, 1, bytes([0xB0 | channel, 120, 0])))
        events.append((base, 2, bytes([0xC0 | channel, program])))
        for start, length, pitch, velocity in notes:
            events.append((base + round(start * 1000), 4, bytes([0x90 | channel, pitch, velocity])))
            events.append((base + round((start + length) * 1000), 3, bytes([0x80 | channel, pitch, 0])))
    end = round(len(stems) * (SCENE + RING) * 1000)
    events.append((end, 5, b"\xff\x2f\x00"))
    events.sort(key=lambda e: (e[0], e[1]))
    track, last = bytearray(), 0
    for at, _, data in events:
        track += variable(at - last) + data
        last = at
    return b"MThd" + (6).to_bytes(4, "big") + (0).to_bytes(2, "big") + (1).to_bytes(2, "big") + (1000).to_bytes(2, "big") + b"MTrk" + len(track).to_bytes(4, "big") + bytes(track)


def mel(hertz):
    return np.where(hertz < 1000, hertz / (200 / 3), 15 + np.log(np.maximum(hertz, 1e-9) / 1000) / (np.log(6.4) / 27))


def filters():
    edges = np.linspace(mel(np.array(LOWEST)), mel(np.array(HIGHEST)), BANDS + 2)
    hertz = np.where(edges < 15, edges * 200 / 3, 1000 * np.exp((edges - 15) * np.log(6.4) / 27))
    bins = np.arange(LENGTH // 2 + 1) * RATE / LENGTH
    left, centre, right = hertz[:-2, None], hertz[1:-1, None], hertz[2:, None]
    return (np.maximum(0, np.minimum((bins - left) / (centre - left), (right - bins) / (right - centre))) * 2 / (right - left)).astype(np.float32)


def power(samples, bank):
    """Power in mel bands, [frames x bands], of the frames that Stft(4096, 1024) makes."""
    padded = np.pad(samples.astype(np.float32), LENGTH // 2)
    window = (.5 - .5 * np.cos(2 * np.pi * np.arange(LENGTH) / LENGTH)).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, LENGTH)[::HOP]
    spectrum = np.fft.rfft(frames * window).astype(np.complex64)
    return (spectrum.real ** 2 + spectrum.imag ** 2) @ bank.T


def render(target, font, scenes, seed):
    rng = np.random.default_rng(int(seed))
    bank = filters()
    stems, rows = [], []
    groups = {role: families(role) for role in ROLES if role != "drums"}
    for scene in range(int(scenes)):
        music = Scene(rng)
        for role, count in ROLES.items():
            for _ in range(count):
                if role == "drums" and rng.random() < .8:
                    kit, electronic = KITS[rng.integers(len(KITS))]
                    stems.append((kit, 9, music.drums()))
                    rows.append((scene, role, kit + 128, electronic))
                else:
                    kind = "timpani" if role == "drums" else role
                    if kind == "timpani":
                        program = 47
                    else:
                        names = sorted(groups[role])
                        program = int(rng.choice(groups[role][names[rng.integers(len(names))]]))
                    _, low, high, _, electronic = PROGRAMS[program]
                    stems.append((program, 0, music.notes(kind, low, high)))
                    rows.append((scene, role, program, electronic))
    kept, table, size = [], [], 120
    for first in range(0, len(stems), size):
        with open(target + ".mid", "wb") as file:
            file.write(midi(stems[first:first + size]))
        wet = rng.random() < .4
        subprocess.run(["fluidsynth", "-ni", "-q", "-r", str(RATE), "-O", "s16", "-T", "wav", "-g", "0.5", "-o", "synth.dynamic-sample-loading=1",
                        "-R", "1" if wet else "0", "-C", "0", "-F", target + ".wav", font, target + ".mid"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sound = np.fromfile(target + ".wav", np.int16)[22:]
        sound = sound[:len(sound) // 2 * 2].reshape(-1, 2).mean(1) / 32768
        for i in range(min(size, len(stems) - first)):
            at = round(i * (SCENE + RING) * RATE)
            part = power(sound[at:at + round(SCENE * RATE)], bank)
            level = part.mean()
            if part.shape[0] < round(SCENE * RATE) // HOP or level < 1e-7:
                continue
            kept.append(np.log10(part[:172] / level + 1e-9).astype(np.float16))
            table.append(rows[first + i])
        print(first + size, "of", len(stems), flush=True)
    os.remove(target + ".wav")
    os.remove(target + ".mid")
    np.save(target + ".npy", np.array(kept))
    with open(target + ".json", "w") as file:
        json.dump(table, file)



class Parts:
    """The parts that `render` left, and mixes of them."""

    def __init__(self, paths, keep=lambda scene: True):
        self.scenes = []
        for path in paths:
            powers, table = 10 ** np.load(path + ".npy").astype(np.float32), json.load(open(path + ".json"))
            scenes = {}
            for i, (scene, role, program, electronic) in enumerate(table):
                if keep(scene):
                    scenes.setdefault(scene, {}).setdefault(role, []).append((powers[i], *self.meaning(program), electronic))
            self.scenes.append(list(scenes.values()))

    @staticmethod
    def meaning(program):
        tags = ["drums"] if program >= 128 else PROGRAMS[program][0]
        return [TAG[t] for t in tags], [TAG[t] for t in OPEN.get(program, [])]

    def choose(self, rng):
        scenes = self.scenes[rng.integers(len(self.scenes))]
        scene = scenes[rng.integers(len(scenes))]
        count = rng.choice([1, 2, 3, 4, 5, 6], p=[.22, .2, .2, .16, .12, .1])
        roles = rng.permutation(sorted(scene))[:count]
        return [(scene[role][rng.integers(len(scene[role]))], rng.normal(0, 5), eq(rng, 5)) for role in roles]

    @staticmethod
    def mix(chosen, rng, play=1.):
        """Power [LEAD + FRAMES x BANDS], what is there (1, 0, -1 for open)."""
        at = int(rng.integers(172 - FRAMES - LEAD))
        powers = [bend(part[0][at:at + FRAMES + LEAD], rng) * np.float32(10 ** ((gain + curve) / 10) * (1 if rng.random() < play else 1e-9)) for part, gain, curve in chosen]
        total = sum(powers) + np.float32(1e-12)
        heard = total[LEAD:] > total[LEAD:].max() * 10 ** -4.5
        shares = [float((p[LEAD:] / total[LEAD:])[heard].mean()) for p in powers]
        there = np.zeros(len(NAMES), np.float32)
        for (part, _, _), share in zip(chosen, shares):
            for tag in part[1]:
                there[tag] = max(there[tag], 2 if share > .05 else 1 if share > .008 else 0)
            for tag in part[2]:
                there[tag] = max(there[tag], 1 if share > .008 else 0)
        there = np.choose(there.astype(int), [0, -1, 1]).astype(np.float32)
        electronic = sum(share * part[3] for (part, _, _), share in zip(chosen, shares)) / max(1e-6, sum(shares))
        most = max([part[3] for (part, _, _), share in zip(chosen, shares) if share > .03], default=0)
        there[TAG["electronic"]] = 1 if electronic > .6 else 0 if electronic < .25 else -1
        there[TAG["acoustic"]] = 1 if most <= .2 else 0 if electronic > .45 else -1
        return total, there


LEAD, LEAST = 24, .7


def bend(power, rng):
    """Half of the parts a little higher or lower, spectrum and all: instruments of another size."""
    if rng.random() < .5:
        return power
    place = np.clip(np.arange(BANDS) + rng.uniform(-2, 2), 0, BANDS - 1.001)
    low, share = place.astype(int), (place % 1).astype(np.float32)
    return power[:, low] * (1 - share) + power[:, low + 1] * share


def eq(rng, most):
    place = np.linspace(0, 1, BANDS)
    return sum(rng.normal(0, most / 2) * np.cos(np.pi * place * k + rng.uniform(0, 6.28)) for k in (1, 2, 3)).astype(np.float32)


def room(rng):
    """What a recording does to a mix: (equaliser and band limit in dB, share of reverberation, its decay a frame, noise)."""
    curve = eq(rng, 5) + rng.normal(0, 3) * np.linspace(-1, 1, BANDS)
    if rng.random() < .3:
        curve -= 50 / (1 + np.exp(-(np.arange(BANDS) - rng.uniform(44, BANDS)) / .7))
    if rng.random() < .2:
        curve -= 30 / (1 + np.exp((np.arange(BANDS) - rng.uniform(0, 4)) / .7))
    wet = 10 ** rng.uniform(-2, .3) if rng.random() < .6 else 0
    noise = 10 ** rng.uniform(-6, -2.3) if rng.random() < .5 else 1e-9
    return (10 ** (curve / 10)).astype(np.float32), wet, 10 ** (-6 * HOP / RATE / rng.uniform(.3, 2.5)), noise * 10 ** (rng.uniform(-1.5, .5) * np.linspace(0, 1, BANDS))


def record(mixes, rooms, rng):
    """Mixes in their rooms, as the model takes them: [n, 1, FRAMES, BANDS]."""
    x = np.array(mixes)
    wet = np.array([r[1] for r in rooms], np.float32)[:, None]
    decay = np.array([r[2] for r in rooms], np.float32)[:, None]
    tail = np.zeros_like(x[:, 0])
    for t in range(x.shape[1]):
        tail = tail * decay + x[:, t] * (1 - decay)
        x[:, t] += wet * tail
    x = x[:, LEAD:] * np.array([r[0] for r in rooms])[:, None]
    mean = x.mean((1, 2), keepdims=True)
    noise = np.array([r[3] for r in rooms], np.float32)[:, None]
    x = x / (mean + 1e-20) + noise * rng.gamma(3, 1 / 3, x.shape).astype(np.float32)
    return np.log10(x / x.mean((1, 2), keepdims=True) + 1e-6)[:, None].astype(np.float32)


def layers():
    """`sums`: what of each band is kept over the frames, [n, 8, BANDS]; `judge`: the network over that. Both become one ONNX file."""
    import torch
    import torch.nn as nn

    class Sums(nn.Module):
        def forward(self, x):
            y = x[:, 0]
            change = y[:, 1:] - y[:, :-1]
            mean = y.mean(1, keepdim=True)
            smooth = nn.functional.avg_pool1d(y, 9, 1, 4, count_include_pad=False)
            return torch.cat([
                (mean + 3) / 1.5, ((y - mean) ** 2).mean(1, keepdim=True).sqrt(), y.amax(1, keepdim=True) + 1,
                3 * torch.relu(change).mean(1, keepdim=True), 3 * torch.relu(-change).mean(1, keepdim=True), change.amax(1, keepdim=True),
                3 * (change[:, 1:] - change[:, :-1]).abs().mean(1, keepdim=True), 3 * torch.relu(y - smooth).mean(1, keepdim=True)], 1)

    class Judge(nn.Module):
        def __init__(self):
            super().__init__()
            block = lambda a, b: [nn.Conv1d(a, b, 5, padding=2), nn.BatchNorm1d(b), nn.ReLU()]
            self.body = nn.Sequential(*block(8, 32), *block(32, 32), nn.MaxPool1d(2), *block(32, 48), nn.MaxPool1d(2))
            self.head = nn.Sequential(nn.Dropout(.3), nn.Linear(48 * BANDS // 4, 96), nn.ReLU(), nn.Dropout(.3), nn.Linear(96, len(NAMES)))

        def forward(self, z):
            return self.head(self.body(z).flatten(1))

    return Sums(), Judge()


def mix(target, count, seed, *paths):
    import torch
    torch.set_num_threads(1)
    rng, sums = np.random.default_rng(int(seed)), layers()[0]
    parts, kept, tags = Parts(paths), [], []
    for _ in range(int(count) // 100):
        mixes, there = zip(*[parts.mix(parts.choose(rng), rng) for _ in range(100)])
        kept.append(sums(torch.tensor(record(mixes, [room(rng) for _ in mixes], rng))).numpy().astype(np.float16))
        tags.append(np.array(there, np.int8))
        if len(kept) % 20 == 0:
            print(len(kept) * 100, flush=True)
    np.savez(target, x=np.concatenate(kept), y=np.concatenate(tags))


def songs(target, count, seed, path):
    """Made-up songs of six excerpts, each part playing in three of four: x [songs, 6, 8, BANDS], y what is there over the song."""
    import torch
    torch.set_num_threads(1)
    sums, kept, there = layers()[0], [], []
    for half in (0, 1):
        rng, parts = np.random.default_rng(int(seed) + half), Parts([path], lambda scene: scene % 2 == half)
        for _ in range(int(count) // 2):
            chosen, hall = parts.choose(rng), room(rng)
            mixes, tags = zip(*[parts.mix(chosen, rng, .75) for _ in range(6)])
            kept.append(sums(torch.tensor(record(mixes, [hall] * 6, rng))).numpy().astype(np.float16))
            tags = np.array(tags)
            # An instrument is there where one of the excerpts has it; what is never sure stays open.
            y = np.where((tags == 1).any(0), 1, np.where((tags == -1).any(0), -1, 0))
            for tag in ("electronic", "acoustic"):
                known = tags[:, TAG[tag]][tags[:, TAG[tag]] >= 0]
                y[TAG[tag]] = -1 if len(known) < 3 or 0 < known.mean() < 1 else known[0]
            there.append(y)
    np.savez(target, x=np.array(kept), y=np.array(there, np.int8))


def pool(shares):
    """Of instruments the mean of the surest third, of manners the mean of all; as SongTagModel.Pool."""
    top = np.sort(shares, 1)[:, -2:].mean(1)
    top[:, TAG["electronic"]:] = shares[:, :, TAG["electronic"]:].mean(1)
    return top


def train(work, target, epochs="10", wanted=".85", start=None, rate="3e-3"):
    import glob
    import time
    import torch
    torch.set_num_threads(1)
    torch.manual_seed(5)
    data = [np.load(path) for path in sorted(glob.glob(os.path.join(work, "mixes*.npz")))]
    x, y = (torch.tensor(np.concatenate([d[k] for d in data])) for k in ("x", "y"))
    print(len(x), "excerpts", flush=True)
    model, batch = layers()[1], 128
    if start:
        model.load_state_dict(torch.load(start))
    optimiser = torch.optim.AdamW(model.parameters(), float(rate), weight_decay=2e-2)
    steps = int(epochs) * (len(x) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, float(rate), total_steps=steps, pct_start=.15)
    since = time.time()
    for epoch in range(int(epochs)):
        order, mean = torch.randperm(len(x)), 0
        for i in range(len(x) // batch):
            rows = order[i * batch:(i + 1) * batch]
            wanted_tags = y[rows].float()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(model(x[rows].float()), wanted_tags.clamp(0, 1), reduction="none")
            loss = (loss * (wanted_tags >= 0)).sum() / (wanted_tags >= 0).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            mean += loss.item()
        print(epoch + 1, round(mean / (len(x) // batch), 4), round(time.time() - since), "s", flush=True)
    torch.save(model.state_dict(), os.path.join(work, "song_tags.pt"))
    finish(work, target, wanted)


def finish(work, target, wanted=".85"):
    """Bounds by one half of the unseen SoundFont's scenes, figures by the other; the network as ONNX."""
    import torch
    torch.set_num_threads(1)
    sums, model = layers()
    model.load_state_dict(torch.load(os.path.join(work, "song_tags.pt")))
    model.eval()
    data = np.load(os.path.join(work, "songs.npz"))
    x, there = data["x"], data["y"]
    with torch.no_grad():
        shares = torch.sigmoid(model(torch.tensor(x.reshape(-1, 8, BANDS)).float())).numpy().reshape(len(x), 6, -1)
    pooled, half, bounds = pool(shares), len(x) // 2, {}
    for i, name in enumerate(NAMES):
        known = there[:half, i] >= 0
        order = np.argsort(-pooled[:half][known, i])
        right = there[:half][known, i][order] == 1
        precision = np.cumsum(right) / np.arange(1, len(right) + 1)
        # The lowest bound from which on what is given is right often enough; where that is never so, the best one, if it is right more than LEAST of
        # the time; never below .3, nor where a tag is given less than twelve times.
        precision[:11] = 0
        good = np.nonzero(precision >= min(float(wanted), precision.max()))[0]
        bounds[name] = round(float(min(.97, max(.3, pooled[:half][known, i][order][good[-1]] if precision.max() > LEAST else .97))), 3)
    print("tag bound precision recall there AUC")
    hits = given = present = 0
    for i, name in enumerate(NAMES):
        known = there[half:, i] >= 0
        y, p = there[half:][known, i] == 1, pooled[half:][known, i]
        says = p >= bounds[name]
        rank = np.argsort(np.argsort(p)) + 1
        area = (rank[y].sum() - y.sum() * (y.sum() + 1) / 2) / max(1, y.sum() * (~y).sum())
        print(name, bounds[name], round((says & y).sum() / max(1, says.sum()), 3), round((says & y).sum() / max(1, y.sum()), 3), int(y.sum()), round(float(area), 3))
        if i < TAG["electronic"]:
            hits, given, present = hits + (says & y).sum(), given + says.sum(), present + y.sum()
    print("instruments", round(hits / max(1, given), 3), round(hits / present, 3))
    export(sums, model, target, bounds)


def export(sums, model, target, bounds):
    import torch
    import torch.nn as nn
    os.makedirs(target, exist_ok=True)
    torch.onnx.export(nn.Sequential(sums, model, nn.Sigmoid()).eval(), torch.zeros(1, 1, FRAMES, BANDS), os.path.join(target, "tags.onnx"), opset_version=14,
                      input_names=["mel"], output_names=["shares"])
    path = os.path.join(target, "model.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            manifest = json.load(file)
        manifest["parameters"]["bounds"] = bounds
        with open(path, "w", encoding="utf-8") as file:
            json.dump(manifest, file, ensure_ascii=False, indent=2)
            file.write("\n")


if __name__ == "__main__":
    {"render": render, "mix": mix, "songs": songs, "train": train, "finish": finish}[sys.argv[1]](*sys.argv[2:])
