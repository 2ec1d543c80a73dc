#!/usr/bin/env python3
"""Trains models/voice-activity: speech, singing, music and everything else, fifty times a second.

    python3 training/voice_activity.py prepare DATA WORK      decode voices and music, sing, measure with tools/Sensorium.VoiceFeatures
    python3 training/voice_activity.py train WORK models/voice-activity [STEPS] [WEIGHTS.pt to go on from]

Everything is mixed as power of mel bands: voices in runs with pauses, over music, over noise, at any level. No recording of singing is among the data, so
singing is made: the spectral envelopes of spoken clips, stretched, on harmonics of notes with vibrato. Held out, for `sensorium evaluate voice`: the actors
17 to 20, the speakers emh and neo, one reading, and the pieces of HELD; they are in no mixture.
"""
import glob
import json
import os
import subprocess
import sys

import numpy as np

RATE, BANDS, CONTEXT = 16000, 64, 128
TOOL = os.environ.get("VOICE_FEATURES", "tools/Sensorium.VoiceFeatures/bin/Release/net10.0/Sensorium.VoiceFeatures")
HELD_TRACKS = ("lets_go_fishin", "vibe_ace", "hustle", "solo_trumpet", "the_builder")
HELD_SPEAKERS = ("actor17", "actor18", "actor19", "actor20", "emh", "neo")
OTHER, SPEECH, SINGING, MUSIC = range(4)


def decode(path, seconds):
    command = ["ffmpeg", "-v", "error", "-threads", "1", "-t", str(seconds), "-i", path, "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout, np.float32)


def measure(sounds, path):
    with open(path + ".f32", "wb") as file:
        for sound in sounds:
            sound.astype(np.float32).tofile(file)
    np.array([len(sound) for sound in sounds], np.int32).tofile(path + ".i32")
    subprocess.check_call([TOOL, "mel", path + ".f32", path + ".i32", path + ".mel"])
    os.remove(path + ".f32")


def load(path):
    raw, at, found = open(path + ".mel", "rb").read(), 0, []
    while at < len(raw):
        n = int(np.frombuffer(raw, np.int32, 1, at)[0])
        found.append(np.frombuffer(raw, np.float16, n * BANDS, at + 4).astype(np.float32).reshape(n, BANDS))
        at += 4 + n * BANDS * 2
    return found


def mel_centres():
    top = 15 + np.log(8) / (np.log(6.4) / 27)
    mel = np.linspace(0, top, BANDS + 2)[1:-1]
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))


def sing(mel, rng):
    """A made voice: the clip's envelopes, stretched, on the harmonics of a random tune."""
    mel = mel[active(mel)]
    if len(mel) < 30:
        return None
    stretch = rng.uniform(1.5, 3.5)
    frames = min(600, int(len(mel) * stretch))
    envelope = mel[np.minimum((np.arange(frames) / stretch).astype(int), len(mel) - 1)]
    low, scale = rng.uniform(40, 62), rng.permutation([0, 2, 4, 5, 7, 9, 11, 12])
    pitch = np.empty(frames)
    at = 0
    while at < frames:
        length = int(rng.uniform(20, 90))
        pitch[at:at + length] = low + 7 + rng.choice(scale)
        at += length
    glide = np.ones(9) / 9
    pitch = np.convolve(np.pad(pitch, 4, mode="edge"), glide, "valid")
    t = np.arange(frames) / 100
    pitch = pitch + rng.uniform(0, .7) * np.sin(2 * np.pi * rng.uniform(4.5, 6.5) * t) + .1 * rng.standard_normal(frames)
    n = frames * 160
    hertz = np.interp(np.arange(n) / 160, np.arange(frames), 440 * 2 ** ((pitch - 69) / 12))
    phase, centres = 2 * np.pi * np.cumsum(hertz) / RATE, mel_centres()
    out = np.zeros(n)
    middle = np.arange(frames) * 160
    for k in range(1, 41):
        f = hertz[middle] * k
        if f.min() > 7500:
            break
        band = np.interp(f, centres, np.arange(BANDS))
        a = np.clip(band.astype(int), 0, BANDS - 2)
        level = envelope[np.arange(frames), a] * (1 - band + a) + envelope[np.arange(frames), a + 1] * (band - a)
        gain = np.where(f < 7800, 10 ** (level / 20), 0)
        out += np.interp(np.arange(n), middle, gain) * np.sin(k * phase + rng.uniform(0, 6.28))
    out += rng.uniform(0, .02) * np.abs(out).mean() * rng.standard_normal(n)
    return (out / (np.abs(out).max() + 1e-9) * .5).astype(np.float32)


def active(mel):
    level = 10 * np.log10((10 ** (mel / 10)).sum(1) + 1e-10)
    floor, loud = np.percentile(level, 10), np.percentile(level, 95)
    on = level >= max(loud - 38, floor + .3 * (loud - floor))
    # A pause under a fifth of a second belongs to the speech around it.
    at = np.where(on)[0]
    for a, b in zip(at[:-1], at[1:]):
        if b - a <= 20:
            on[a:b] = True
    return on


def prepare(data, work):
    os.makedirs(work, exist_ok=True)
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    import voice
    rows = [row for row in voice.table(os.path.join(data, "voice")) if row[1] not in HELD_SPEAKERS]
    speech = [decode(os.path.join(data, "voice", row[0]), 15) for row in rows[::3]]
    speech += [decode(path, 40) for path in sorted(glob.glob(os.path.join(data, "voice/neutral-reading/*.*g")))[:-1]]
    measure(speech, os.path.join(work, "speech"))
    tracks = [p for p in sorted(glob.glob(os.path.join(data, "music/tracks/*"))) if not any(h in p for h in HELD_TRACKS)]
    pieces = sorted(glob.glob(os.path.join(data, "music/quadrants/*")))
    music = [decode(path, 75) for path in tracks] + [decode(path, 20) for i, path in enumerate(pieces) if i % 4]
    measure(music, os.path.join(work, "music"))
    rng = np.random.default_rng(1)
    mels = load(os.path.join(work, "speech"))
    measure([s for s in (sing(mels[i], rng) for i in rng.permutation(len(mels))[:160]) if s is not None], os.path.join(work, "sung"))


class Mixer:
    def __init__(self, work, seed):
        self.rng = np.random.default_rng(seed)
        self.speech = [(m, active(m)) for m in load(os.path.join(work, "speech"))]
        self.sung = [(m, active(m)) for m in load(os.path.join(work, "sung"))]
        self.music = load(os.path.join(work, "music"))

    def voice(self, frames, sung):
        mel, on, at = np.full((frames, BANDS), -100, np.float32), np.zeros(frames, bool), 0
        source = self.sung if sung else self.speech
        if self.rng.random() < .5:
            at = int(self.rng.integers(0, frames // 2))
        while at < frames:
            m, a = source[self.rng.integers(len(source))]
            s = int(self.rng.integers(0, max(1, len(m) // 2)))
            k = min(len(m) - s, frames - at)
            mel[at:at + k], on[at:at + k] = m[s:s + k], a[s:s + k]
            at += k + int(self.rng.exponential(80))
        return mel, on

    def crop(self, frames):
        m = self.music[self.rng.integers(len(self.music))]
        s = int(self.rng.integers(0, max(1, len(m) - frames)))
        out = np.full((frames, BANDS), -100, np.float32)
        out[:len(m[s:s + frames])] = m[s:s + frames]
        return out

    def noise(self, frames):
        r = self.rng
        shape = np.interp(np.arange(BANDS), np.linspace(0, BANDS - 1, 6), r.uniform(-15, 15, 6))
        if r.random() < .4:
            shape = np.interp(np.arange(BANDS), [0, BANDS - 1], [0, -r.choice([0, 20, 40])])
        out = shape + 4 * np.log10(np.maximum(r.exponential(1, (frames, BANDS)), 1e-3)) * 2
        kind = r.random()
        if kind < .2:  # clicks
            gate = np.full(frames, -40.0)
            for _ in range(int(r.integers(1, 15))):
                t = int(r.integers(0, frames))
                gate[t:t + 6] = np.maximum(gate[t:t + 6], -4.0 * np.arange(len(gate[t:t + 6])))
            out = out + gate[:, None]
        elif kind < .35:  # hum
            out[:, : 64] -= np.where(np.isin(np.arange(BANDS), (1, 3, 5, 7, 9)), 0, 25)
        elif kind < .55:  # babble: several voices together
            total = np.zeros((frames, BANDS))
            for _ in range(6):
                m, _ = self.voice(frames, False)
                total += 10 ** (m / 10)
            out = 10 * np.log10(total + 1e-10)
            out -= out.max(1).mean()
        elif kind < .7:  # swelling
            out = out + 10 * np.sin(np.linspace(0, r.uniform(1, 12), frames) + r.uniform(0, 6))[:, None]
        return out.astype(np.float32)

    def one(self, frames):
        r = self.rng
        kind = r.choice(["speech", "sung", "music", "speech+music", "sung+music", "none"], p=[.22, .1, .22, .2, .12, .14])
        label = np.full(frames, OTHER)
        power = np.zeros((frames, BANDS))
        loud = -35.0
        if "music" in kind:
            m = self.crop(frames)
            level = 10 * np.log10((10 ** (m / 10)).sum(1) + 1e-10)
            label[level > max(-55, np.percentile(level, 95) - 35)] = MUSIC
            loud = np.percentile(level, 80)
            power += 10 ** (m / 10)
        if "speech" in kind or "sung" in kind:
            m, on = self.voice(frames, "sung" in kind)
            level = 10 * np.log10((10 ** (m / 10)).sum(1) + 1e-10)
            own = np.percentile(level[on], 70) if on.any() else 0
            snr = r.uniform(-8, 20) if "music" in kind else 0
            gain = (loud + snr - own) if "music" in kind else 0
            power += 10 ** ((m + gain) / 10)
            label[on] = SINGING if "sung" in kind else SPEECH
            loud = max(loud, own + gain) if "music" in kind else own
        if r.random() < .65 or kind == "none":
            noise = self.noise(frames)
            level = 10 * np.log10((10 ** (noise / 10)).sum(1) + 1e-10)
            power += 10 ** ((noise - np.percentile(level, 80) + loud - r.uniform(-8, 30)) / 10)
        mel = 10 * np.log10(np.maximum(power, 1e-12)) + r.uniform(-25, 10)
        mel += np.interp(np.arange(BANDS), np.linspace(0, BANDS - 1, 6), r.uniform(-6, 6, 6))
        if r.random() < .15:  # a telephone's band
            mel[:, 49:] -= 40
        if r.random() < .3:  # digital silence at an end
            n = int(r.integers(1, 200))
            side = slice(0, n) if r.random() < .5 else slice(frames - n, frames)
            mel[side], label[side] = -100, OTHER
        return np.maximum(mel, -100).astype(np.float32), label


def network():
    import torch.nn as nn

    class Net(nn.Module):
        def __init__(self, width=48):
            super().__init__()
            self.first = nn.Sequential(nn.Conv1d(BANDS, width, 5, 2, bias=False), nn.BatchNorm1d(width), nn.ReLU())
            self.blocks = nn.ModuleList(nn.Sequential(nn.Conv1d(width, width, 3, dilation=d, bias=False), nn.BatchNorm1d(width), nn.ReLU()) for d in (1, 2, 4, 8, 16, 32))
            self.last = nn.Conv1d(width, 4, 1)

        def forward(self, x):
            x = self.first((x + 50) / 20)
            for block, d in zip(self.blocks, (1, 2, 4, 8, 16, 32)):
                x = x[:, :, d:-d] + block(x)
            return self.last(x)[:, :, 0:]

    return Net()


def train(work, target, steps="3000", start=None):
    import torch
    import torch.nn.functional as F
    torch.set_num_threads(1)
    torch.manual_seed(1)
    mixer, net, steps = Mixer(work, 2 if start else 1), network(), int(steps)
    if start:
        net.load_state_dict(torch.load(start))
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3 if start else 5e-3, total_steps=steps, pct_start=.1)
    outputs, batch, total = 150, 24, 0
    frames = 2 * CONTEXT + 1 + 2 * (outputs - 1)
    for step in range(steps):
        mixed = [mixer.one(frames) for _ in range(batch)]
        x = torch.tensor(np.stack([m for m, _ in mixed])).transpose(1, 2)
        y = torch.tensor(np.stack([l[CONTEXT:CONTEXT + 2 * outputs:2] for _, l in mixed]))
        z = net(x)[:, :, :outputs]
        loss = F.cross_entropy(z, y, weight=torch.tensor([.8, 1.2, 1.4, .8]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 50 == 49:
            said = z.argmax(1)
            print(step + 1, f"{total / 50:.3f}", [f"{(said[y == c] == c).float().mean():.2f}" for c in range(4)], flush=True)
            total = 0
    net.eval()
    os.makedirs(target, exist_ok=True)
    torch.save(net.state_dict(), os.path.join(work, "activity.pt"))
    torch.onnx.export(net, torch.zeros(1, BANDS, frames), os.path.join(target, "activity.onnx"), input_names=["mel"], output_names=["logits"],
                      dynamic_axes={"mel": {2: "frames"}, "logits": {2: "judgements"}}, opset_version=14)


if __name__ == "__main__":
    {"prepare": prepare, "train": train}[sys.argv[1]](*sys.argv[2:])
