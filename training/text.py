#!/usr/bin/env python3
"""Trains models/text: valence, arousal, dominance and eight emotions of English and Korean texts.

    dotnet build tools/Sensorium.TextFeatures -c Release
    python3 training/text.py DATA/text WORK models/text [--folds] [--only PART]

One featuriser serves training and use: tools/Sensorium.TextFeatures writes hashed features of every text, this file learns a table of effects
over them: networks, ridge regressions and their averages that are linear in the features fold into one table. Beside it stands a small network over
the order of English words (training/text_net.py).
--folds also fits five models that each leave out a fifth of KOTE (row number modulo 5), for `sensorium evaluate text --fold-models`.
--only fits one part, so that parts can be fitted side by side. The figures printed are of held-out parts of the training data; nothing is chosen on
EmoBank dev or GoEmotions dev.
training/text_words.py holds groups of words of ours, which let rare words borrow from common ones.
Seeded; needs numpy, scipy, pandas, scikit-learn, torch.
"""
import argparse
import json
import os
import pickle
import re
import struct
import subprocess

import numpy as np
import pandas as pd
import scipy.sparse as sp
import torch
from sklearn.utils.extmath import randomized_svd
from torch import nn
from torch.nn import functional as F

import text_net
import text_words

torch.set_num_threads(1)
EMOTIONS = ["joy", "sadness", "anger", "surprise", "fear", "contempt", "disgust", "neutral"]
GOEMOTIONS = {
    "joy": "admiration amusement approval caring desire excitement gratitude joy love optimism pride relief",
    "sadness": "disappointment embarrassment grief remorse sadness",
    "anger": "anger annoyance",
    "surprise": "surprise curiosity confusion realization",
    "fear": "fear nervousness",
    "contempt": "disapproval",
    "disgust": "disgust",
    "neutral": "neutral",
}
# By number, in the order of kote-README.md; the names are in docs/models/text.md. Resolve (11), unwillingness (26), realisation (29) and
# dullness (37) are none of the eight and are left out.
KOTE = {
    "joy": [1, 2, 4, 7, 8, 13, 14, 16, 28, 32, 40, 42, 43],
    "sadness": [5, 10, 17, 19, 25, 27, 30, 36, 38],
    "anger": [0, 3, 6, 22],
    "surprise": [15, 33, 34, 39],
    "fear": [18, 35, 41],
    "contempt": [9, 12, 20, 23],
    "disgust": [21, 31],
    "neutral": [24],
}
# Circumplex.PlaceOf in the order of EMOTIONS.
PLACES = np.array([(0.76, 0.48), (-0.63, -0.27), (-0.51, 0.59), (0.40, 0.67), (-0.64, 0.60), (-0.55, 0.20), (-0.60, 0.35), (0.0, 0.0)])
TOKEN, PAIR, GAP, NEGATED, STYLE, LETTERS, SYLLABLES, JAMO, CASED = range(9)
SPELLING = (LETTERS, SYLLABLES, JAMO)
WITHIN80 = 1.2816
GROUP_WEIGHT = 2


# --- data -----------------------------------------------------------------------------------------------------------------------

def one_line(text):
    return " ".join(str(text).split()) or "."


def read_goemotions(folder, split):
    labels = open(os.path.join(folder, "goemotions", "labels.txt"), encoding="utf-8").read().split()
    class_of = np.array([EMOTIONS.index(next(k for k, v in GOEMOTIONS.items() if name in v.split())) for name in labels])
    texts, many = [], []
    for line in open(os.path.join(folder, "goemotions", split + ".tsv"), encoding="utf-8"):
        text, ids = line.rstrip("\n").split("\t")[:2]
        row = np.zeros(len(labels), np.float32)
        row[[int(i) for i in ids.split(",")]] = 1
        texts.append(one_line(text))
        many.append(row)
    many = np.array(many)
    classes = np.stack([many[:, class_of == k].max(1) for k in range(8)], 1)
    return texts, many, np.where(classes.sum(1) == 1, classes.argmax(1), -1), class_of


def read_kote(folder):
    texts, many = [], []
    for line in open(os.path.join(folder, "kote-val.tsv"), encoding="utf-8"):
        _, text, ids = line.rstrip("\n").split("\t")
        row = np.zeros(44, np.float32)
        row[[int(i) for i in ids.split(",")]] = 1
        texts.append(one_line(text))
        many.append(row)
    many = np.array(many)
    counts = np.stack([many[:, KOTE[name]].sum(1) for name in EMOTIONS], 1)
    return texts, many, counts


# --- features -------------------------------------------------------------------------------------------------------------------

def features_in_order(texts, work, name, tool):
    """Hashes and kinds of the features of each text, as the tool writes them."""
    source, target = os.path.join(work, name + ".txt"), os.path.join(work, name + ".features")
    if not os.path.exists(target):
        with open(source, "w", encoding="utf-8") as file:
            file.writelines(text + "\n" for text in texts)
        subprocess.run(["dotnet", tool, source, target], check=True)
    data, at, found = open(target, "rb").read(), 0, []
    while at < len(data):
        count, = struct.unpack_from("<i", data, at)
        found.append((np.frombuffer(data, np.uint32, count, at + 4), np.frombuffer(data, np.uint8, count, at + 4 + 4 * count)))
        at += 4 + 5 * count
    return found


def features_of(texts, work, name, tool):
    """Hash and kind of every feature of every text, each once a text: (row, hash, kind)."""
    rows, hashes, kinds = [], [], []
    for index, (h, k) in enumerate(features_in_order(texts, work, name, tool)):
        h, first = np.unique(h, return_index=True)
        rows.append(np.full(len(h), index, np.int32))
        hashes.append(h)
        kinds.append(k[first])
    return np.concatenate(rows), np.concatenate(hashes), np.concatenate(kinds)


def feature_hash(kind, letters):
    """FeatureHash of C#, for the words of groups."""
    state = 0xcbf29ce484222325
    for unit in [kind + 1] + [ord(c) for c in letters]:
        state = ((state ^ unit) * 0x100000001b3) & 0xffffffffffffffff
    state ^= state >> 32
    return ((state * 0x9E3779B97F4A7C15) & 0xffffffffffffffff) >> 32


def english_groups():
    """(hash, kind, group) of every word."""
    return [(feature_hash(TOKEN, word), TOKEN, index) for index, group in enumerate(text_words.GROUPS.values()) for word in dict.fromkeys(group.split())]


def korean_groups():
    """(hash, kind, group) of every beginning: with the word's edge where it has two syllables, whole tokens where it has one or is no syllable."""
    found = []
    for index, group in enumerate(text_words.KOREAN_GROUPS.values()):
        for stem in dict.fromkeys(group.split()):
            if "가" <= stem[0] <= "힣" and len(stem) > 1:
                letters = "\u0002" + stem if len(stem) == 2 else stem[:3]
                found.append((feature_hash(SYLLABLES, letters), SYLLABLES, index))
            else:
                found.append((feature_hash(TOKEN, stem), TOKEN, index))
    return found


class Vocabulary:
    """The features worth a row: those that enough training texts share, and the words of groups; weighted by rarity."""

    def __init__(self, row, hash_, kind, train, least, groups):
        row, hash_, kind = (np.concatenate(v) for v in ((row, [0] * len(groups)), (hash_, np.array([g[0] for g in groups], np.uint32)), (kind, np.array([g[1] for g in groups], np.uint8))))
        seen = train[row]
        seen[len(seen) - len(groups):] = False
        keys, inverse = np.unique(hash_, return_inverse=True)
        kinds = np.zeros(len(keys), np.uint8)
        kinds[inverse] = kind
        df = np.bincount(inverse[seen], minlength=len(keys))
        keep = df >= np.array(least)[kinds]
        keep[inverse[len(inverse) - len(groups):]] = True
        self.place = np.cumsum(keep) - 1
        self.keep, self.all_keys = keep, keys
        self.keys, self.kinds, self.df = keys[keep], kinds[keep], df[keep]
        weight = np.log(train.sum() / self.df.clip(1)) + 1
        weight[self.kinds == STYLE] = 2
        self.weights = weight.astype(np.float16).astype(np.float32)
        place = {int(key): i for i, key in enumerate(self.keys)}
        at = [(place[g[0]], g[2]) for g in groups]
        self.groups = sp.csr_matrix((np.ones(len(at), np.float32), tuple(zip(*at))), shape=(len(self.keys), max(g[2] for g in groups) + 1))
        self.groups.data[:] = GROUP_WEIGHT

    def matrix(self, row, hash_, texts):
        """The two blocks, tokens and spelling, each of length 1, as FeatureTable.Sum adds them."""
        at = np.searchsorted(self.all_keys, hash_)
        at = np.minimum(at, len(self.all_keys) - 1)
        known = (self.all_keys[at] == hash_) & self.keep[at]
        rows, columns = row[known], self.place[at[known]]
        values = self.weights[columns]
        block = np.isin(self.kinds[columns], SPELLING).astype(int)
        squares = np.zeros((2, texts))
        np.add.at(squares, (block, rows), values ** 2)
        values = values / np.sqrt(squares[block, rows])
        x = sp.csr_matrix((values.astype(np.float32), (rows, columns)), shape=(texts, len(self.keys)))
        return sp.hstack([x, x @ self.groups]).tocsr()

    def fold(self, rows):
        """Gives each word the effects of its group, so that the groups themselves need no rows."""
        count = len(self.keys)
        return rows[:count] + self.groups @ rows[count:]


# --- learning -------------------------------------------------------------------------------------------------------------------

class Bag(nn.Module):
    """A low-rank linear model: features -> dims -> outputs. Dropping features while it learns keeps it from leaning on a few."""

    def __init__(self, features, dims, outputs):
        super().__init__()
        self.table = nn.EmbeddingBag(features, dims, mode="sum")
        nn.init.normal_(self.table.weight, 0, .05)
        self.bias = nn.Parameter(torch.zeros(dims))
        self.heads = nn.ModuleList([nn.Linear(dims, count) for count in outputs])

    def forward(self, index, offset, weight, drop):
        return F.dropout(self.table(index, offset, per_sample_weights=weight) + self.bias, drop, self.training)


def fit_bag(x, train, outputs, loss_of, seed, dims=48, epochs=6, rate=3e-3, drop_features=.4, drop=.2, batch=256):
    """Learns; gives (features x outputs, outputs) of all heads side by side, and the table of dims."""
    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    index, start, value = torch.tensor(x.indices, dtype=torch.long), x.indptr, torch.tensor(x.data)
    net = Bag(x.shape[1], dims, outputs)
    step = torch.optim.Adam(net.parameters(), rate)
    for epoch in range(epochs):
        order = random.permutation(train)
        for j in range(0, len(order), batch):
            for group in step.param_groups:
                group["lr"] = rate * (1 - (epoch + j / len(order)) / epochs)
            ids = order[j:j + batch]
            lengths = start[ids + 1] - start[ids]
            offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            places = torch.from_numpy(np.repeat(start[ids] - offsets, lengths) + np.arange(lengths.sum()))
            weight = value[places]
            weight = weight * (torch.rand(len(weight)) > drop_features) / (1 - drop_features)
            hidden = net(index[places], torch.from_numpy(offsets), weight, drop)
            (loss_of(net.heads, hidden, ids) / len(ids)).backward()
            step.step()
            step.zero_grad(set_to_none=True)
    with torch.no_grad():
        head = torch.cat([h.weight for h in net.heads]).numpy()
        bias = torch.cat([h.bias for h in net.heads]).numpy()
        table = net.table.weight.numpy()
        return table @ head.T, net.bias.numpy() @ head.T + bias, table


def ridge(x, y, alpha, iterations=60):
    """Ridge regression by conjugate gradients, all targets at once: (features x targets, targets)."""
    mean_x = np.asarray(x.mean(0)).ravel()
    mean_y = y.mean(0)
    target = y - mean_y
    xt = x.T.tocsr()

    def forward(w):
        return x @ w - mean_x @ w

    def back(e):
        return xt @ e - np.outer(mean_x, e.sum(0))

    w = np.zeros((x.shape[1], y.shape[1]))
    r = back(target)
    p, rs = r.copy(), (r * r).sum(0)
    for _ in range(iterations):
        q = back(forward(p)) + alpha * p
        a = rs / np.maximum((p * q).sum(0), 1e-30)
        w += a * p
        r -= a * q
        new = (r * r).sum(0)
        if new.max() < 1e-7 * max(1, (target ** 2).sum(0).max()):
            break
        p, rs = r + new / rs * p, new
    return w, mean_y - mean_x @ w


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def temperature(logits, shares):
    """The sharpness that makes the cross-entropy least."""
    candidates = np.exp(np.linspace(-1.5, 1.5, 61))
    losses = [-(shares * np.log(softmax(logits * c) + 1e-12)).sum(1).mean() for c in candidates]
    return candidates[int(np.argmin(losses))]


def correlation(a, b):
    return np.array([np.corrcoef(a[:, i], b[:, i])[0, 1] for i in range(a.shape[1])])


def macro_f1(truth, named):
    scores = [2 * ((truth == k) & (named == k)).sum() / max(1, (truth == k).sum() + (named == k).sum()) for k in range(8)]
    return float(np.mean(scores))


def auc(truth, score):
    order = pd.Series(score).rank().values
    n1 = truth.sum()
    return (order[truth > 0].sum() - n1 * (n1 + 1) / 2) / (n1 * (len(truth) - n1))


def spread_of(said, truth):
    """Base, slope and middle of the spread so that 80 % of held-out ratings lie within 1.2816 of it."""
    result = []
    for i in range(said.shape[1]):
        middle = said[:, i].mean()
        far, error = np.abs(said[:, i] - middle), np.abs(truth[:, i] - said[:, i])
        slope = np.polyfit(far, np.log(error + .02), 1)[0] if far.std() > 0 else 0
        slope = float(np.clip(slope, 0, 3))
        base = np.quantile(error / np.exp(slope * far), .8) / WITHIN80
        result.append((base, slope, middle))
    return np.array(result, np.float32)


# --- English --------------------------------------------------------------------------------------------------------------------

RARITY = .5   # Classes weigh by rarity to this power: between what is most often right and what treats all emotions alike.
SEEDS = (1, 2, 3, 4, 5, 6)
KEPT_SEEDS = SEEDS[:4]
EMOTION_WEIGHT = .04


def english_loss(many, single, first, weights):
    many, single = torch.tensor(many), torch.tensor(single)

    def loss(heads, hidden, ids):
        rows = torch.from_numpy(ids - first)
        total = F.binary_cross_entropy_with_logits(heads[0](hidden), many[rows], reduction="none").sum()
        named = single[rows] >= 0
        return total + F.cross_entropy(heads[1](hidden[named]), single[rows][named], weight=weights, reduction="sum")

    return loss


def class_weights(single):
    counts = np.bincount(single[single >= 0], minlength=8)
    return (counts.mean() / counts) ** RARITY


def fit_emotions(x, train, many, single, first, seed):
    weights = torch.tensor(class_weights(single[train - first]), dtype=torch.float32)
    return fit_bag(x, train, [28, 8], english_loss(many, single, first, weights), seed)


# Bags and net each name 28 labels and 8 emotions; a regression on the held-out fifth says what each is worth for the eight. It begins
# at their mean, is kept near it by STACK_KEEP, and rare emotions weigh a little more; of the logarithm of an emotion's share, PRIOR is taken off.
STACK_KEEP = .05
STACK_RARITY = .3
PRIOR = .2


def fit_stack(bags, net, truth):
    """bags, net: (texts x 36). Gives (36 x 8) of each and the bias."""
    both = np.hstack([bags, net])
    mean, scale = both.mean(0), both.std(0)
    counts = np.bincount(truth, minlength=8)
    weights = torch.tensor((counts.mean() / counts) ** STACK_RARITY)
    x, start, y = torch.tensor((both - mean) / scale), torch.tensor((bags[:, 28:] + net[:, 28:]) / 2), torch.tensor(truth)
    w = torch.zeros(both.shape[1], 8, dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(8, dtype=torch.float64, requires_grad=True)
    sharp = torch.ones(1, dtype=torch.float64, requires_grad=True)
    step = torch.optim.LBFGS([w, bias, sharp], max_iter=60)

    def closure():
        step.zero_grad()
        loss = F.cross_entropy(start * sharp + x @ w + bias, y, weight=weights) + STACK_KEEP * (w ** 2).sum()
        loss.backward()
        return loss

    step.step(closure)
    found = w.detach().numpy() / scale[:, None]
    bias = bias.detach().numpy() - mean @ found
    for half in (found[28:36], found[64:72]):
        half += np.eye(8) * sharp.item() / 2
    return found[:36], found[36:], bias


def rarity_of(single):
    return np.log(np.bincount(single[single >= 0], minlength=8) / (single >= 0).sum())


# Valence, arousal, dominance: strength of the ridge, and weight of the topics.
ALPHAS = (3.5, 6, 6)
TOPIC_WEIGHTS = (0, 1, .5)


def topics(x, kinds, count=150):
    """Latent topics of the tokens (Deerwester et al. 1990): a linear map of the features, rows of x about as long as 1 through it."""
    tokens = ~np.isin(kinds, SPELLING)
    common = np.zeros(x.shape[1], bool)
    common[:len(kinds)] = tokens & (np.asarray((x[:, :len(kinds)] > 0).sum(0)).ravel() >= 5)
    _, _, v = randomized_svd(x[:, common], count, n_iter=2, random_state=1)
    projection = np.zeros((x.shape[1], count), np.float32)
    projection[common] = v.T
    return projection / np.linalg.norm(x[:20000] @ projection, axis=1).mean()


def fit_axes(x, dense, y):
    """
    Ridge regression of each axis on the features and on dense maps of them: what the emotion networks, which saw none of these ratings,
    make of the text, and its topics. dense: (x through the map, whether the columns are topics).
    """
    effects, bases, intercepts = [], [], []
    for i in range(3):
        parts = [(np.full(columns.shape[1], TOPIC_WEIGHTS[i]) if is_topic else EMOTION_WEIGHT / columns.std(0)) for columns, is_topic in dense]
        scale = np.concatenate(parts)
        columns = np.hstack([c for c, _ in dense])
        mean = columns.mean(0)
        w, b = ridge(sp.hstack([x, sp.csr_matrix(((columns - mean) * scale).astype(np.float32))]).tocsr(), y[:, [i]], ALPHAS[i])
        effect = w[x.shape[1]:] * scale[:, None]
        bases.append(w[:x.shape[1]])
        effects.append(effect)
        intercepts.append(b - mean @ effect)
    return np.hstack(bases), np.hstack(effects), np.concatenate(intercepts)


def surface(texts):
    """TextSurface of C#: how a text looks from afar."""
    rows = []
    for text in texts:
        s = text.strip()
        letters = len(s.encode("utf-16-le")) // 2   # As C# counts them.
        counts = [letters] + [s.count(c) for c in ' ,"!?']
        rows.append([np.log1p(c) for c in counts] + [
            sum("A" <= c <= "Z" for c in s) / max(letters, 1), sum("0" <= c <= "9" for c in s) / max(letters, 1),
            float(s[-1:] != "" and s[-1] in '.!?"'), float("A" <= s[:1] <= "Z"), (letters - counts[1]) / (counts[1] + 1)])
    return np.array(rows)


LOOK_MOST = 1.5   # A look is that of most texts or an extreme one: it counts by standard deviations, at most so many.
BEND_KEEP = 50


def bend_terms(said, look, bend):
    """
    Arousal grows with the distance from neutral valence, and with how a text looks, which also says how far valence and arousal
    themselves are to be trusted: the terms that let it. bend: middles and deviations of the axes, then of the looks.
    """
    v, a, d = ((said - bend[:3]) / bend[3:6]).T
    count = look.shape[1]
    looks = ((look - bend[6:6 + count]) / bend[6 + count:6 + 2 * count]).clip(-LOOK_MOST, LOOK_MOST).T
    return np.stack([np.ones_like(v), v, a, d, v * v, a * a, d * d, v * a, np.abs(v), np.abs(a), *looks, *(v * looks), *(a * looks)], 1)


def fit_bend(said, arousal, look):
    scale = np.concatenate([said.mean(0), said.std(0), look.mean(0), look.std(0) + 1e-6])
    terms = bend_terms(said, look, scale)
    mean = arousal.mean()
    keep = BEND_KEEP * np.eye(terms.shape[1])
    keep[0, 0] = 0
    weights = np.linalg.solve(terms.T @ terms + keep, terms.T @ (arousal - mean))
    weights[0] += mean
    return np.concatenate([scale, weights])


def bent(said, bend, look):
    result = said.copy()
    result[:, 1] = bend_terms(said, look, bend) @ bend[6 + 2 * look.shape[1]:]
    return result


LEAST = [2, 3, 4, 2, 1, 5, 9999999, 9999999, 2]   # In how many texts a feature of each kind must be to have a row.


class English:
    """The English training texts with their features."""

    def __init__(self, folder, work, tool):
        ratings = pd.read_csv(os.path.join(folder, "emobank.csv"), keep_default_na=False)
        ratings = ratings[(ratings.split == "train").values]
        self.place = (ratings[["V", "A", "D"]].values.astype(float) - 3) / 2
        texts, self.many, self.single, self.class_of = read_goemotions(folder, "train")
        self.rated = len(ratings)
        self.texts = [one_line(t) for t in ratings.text] + texts
        row, hash_, kind = features_of(self.texts, work, "english", tool)
        self.vocabulary = Vocabulary(row, hash_, kind, np.ones(len(self.texts), bool), LEAST, english_groups())
        self.x = self.vocabulary.matrix(row, hash_, len(self.texts))
        self.tokens = text_net.Tokens(features_in_order(self.texts, work, "english", tool), among=self.vocabulary.keys)
        out = np.random.RandomState(7).rand(len(texts)) < .2
        self.kept, self.held = self.rated + np.where(~out)[0], self.rated + np.where(out)[0]
        self.all = self.rated + np.arange(len(texts))
        print("English", self.x.shape, "net", self.tokens.matrix.shape, flush=True)

    def bag(self, train, seed):
        return fit_emotions(self.x, train, self.many, self.single, self.rated, seed)

    def net(self, train):
        return text_net.fit_net(self.tokens, train, self.many, self.single, self.rated, class_weights(self.single[train - self.rated]), 1)


def english(data, bags_kept, net_kept, bags, net):
    """data: English; bags and the net fitted on the kept part, and bags and the net on all."""
    x, single, rated, place, vocabulary = data.x, data.single, data.rated, data.place, data.vocabulary
    rarity = PRIOR * rarity_of(single)
    named = data.held[single[data.held - rated] >= 0]
    truth = single[named - rated]
    said_bags = x[named] @ np.mean([r[0] for r in bags_kept], 0) + np.mean([r[1] for r in bags_kept], 0)
    said_net = text_net.answers(net_kept, data.tokens, named) @ net_kept["head"].T + net_kept["bias"]
    logits, fold = np.zeros((len(named), 8)), np.random.RandomState(9).permutation(len(named)) % 5
    for k in range(5):
        of_bags, of_net, bias = fit_stack(said_bags[fold != k], said_net[fold != k], truth[fold != k])
        logits[fold == k] = said_bags[fold == k] @ of_bags + said_net[fold == k] @ of_net + bias - rarity
    of_bags, of_net, bias = fit_stack(said_bags, said_net, truth)
    sharp = temperature(logits, np.eye(8)[truth])
    p = softmax(sharp * logits)
    print("emotions, held-out fifth of training, five folds: macro-F1 %.4f, accuracy %.4f, sharpness %.3f, confidence %.3f, by emotion %s" % (
        macro_f1(truth, logits.argmax(1)), (logits.argmax(1) == truth).mean(), sharp, p.max(1).mean(),
        [round(2 * ((truth == k) & (logits.argmax(1) == k)).sum() / ((truth == k).sum() + (logits.argmax(1) == k).sum()), 3) for k in range(8)]), flush=True)
    answers = text_net.answers(net, data.tokens, np.arange(rated))
    w, b, hidden = np.mean([r[0] for r in bags], 0), np.mean([r[1] for r in bags], 0), np.hstack([r[2] for r in bags[:2]])
    emotion_rows, emotion_head = w @ of_bags, of_net.T @ net["head"]
    emotion_bias = b @ of_bags + net["bias"] @ of_net + bias - rarity
    maps = [w, hidden, topics(x, vocabulary.kinds)]
    xr, own = x[:rated], answers
    dense = [(xr @ m, m is maps[2]) for m in maps] + [(own, False)]
    fold = np.random.RandomState(8).permutation(rated) % 5
    said = np.zeros_like(place)
    for k in range(5):
        fw, fe, fb = fit_axes(xr[fold != k], [(c[fold != k], t) for c, t in dense], place[fold != k])
        said[fold == k] = xr[fold == k] @ fw + np.hstack([c[fold == k] for c, _ in dense]) @ fe + fb
    print("axes, five folds of EmoBank train: r", correlation(said, place).round(4), flush=True)
    held_bent, look = said.copy(), surface(data.texts[:rated])
    for k in range(5):
        held_bent[fold == k] = bent(said[fold == k], fit_bend(said[fold != k], place[fold != k, 1], look[fold != k]), look[fold == k])
    print("with arousal bent: r", correlation(held_bent, place).round(4), flush=True)
    bend = fit_bend(said, place[:, 1], look)
    fw, fe, fb = fit_axes(xr, dense, place)
    linear = sum(m.shape[1] for m in maps)
    spread = spread_of(held_bent, place)
    # The bridge for Korean: the same emotions, the same plane.
    suggested = softmax(sharp * (xr @ emotion_rows + own @ emotion_head.T + emotion_bias)) @ PLACES
    design = np.hstack([np.ones((rated, 1)), suggested])
    bridge = np.linalg.lstsq(design, place, rcond=None)[0].T
    bridged = design @ bridge.T
    print("bridge from emotions, EmoBank train: r", correlation(bridged, place).round(4), bridge.round(3).tolist(), flush=True)
    # The features of the net come first: they alone have vectors.
    rows = vocabulary.fold(np.hstack([fw + np.hstack(maps) @ fe[:linear], emotion_rows * sharp]))
    first = np.isin(vocabulary.keys, net["keys"])
    order = np.concatenate([np.where(first)[0], np.where(~first)[0]])
    place_of = {int(key): i for i, key in enumerate(net["keys"])}
    vectors = net["vectors"][[place_of[int(key)] for key in vocabulary.keys[first]] + [-2, -1]]
    return {
        "keys": vocabulary.keys[order], "weights": vocabulary.weights[order], "rows": rows[order],
        "bias": np.concatenate([fb, emotion_bias * sharp]),
        "vectors": vectors, "filters": net["filters"], "offsets": net["offsets"],
        "head": np.vstack([fe[linear:].T, emotion_head * sharp]),
        "spread": spread, "bend": bend, "bridge": bridge, "bridge_spread": spread_of(bridged, place),
    }


# --- Korean ---------------------------------------------------------------------------------------------------------------------

KOREAN_ALPHA = 8
KOREAN_ROWS = 120_000
KOREAN_SEEDS = (1,)


def korean_loss(many, shares, mood, count):
    many, shares, mood = torch.tensor(many), torch.tensor(shares, dtype=torch.float32), torch.tensor(mood)

    def loss(heads, hidden, ids):
        rows = torch.from_numpy(ids)
        own, weak = rows < count, rows >= count
        h, r = hidden[own], rows[own]
        total = 8 * F.binary_cross_entropy_with_logits(heads[0](h), many[r], reduction="none").mean(1).sum()
        total = total - 3 * (shares[r] * F.log_softmax(heads[1](h), 1)).sum()
        return total + .3 * F.cross_entropy(heads[2](hidden[weak]), mood[rows[weak] - count], reduction="sum")

    return loss


def fit_korean(x, train, many, counts, mood):
    """Two witnesses of the eight: a ridge regression on which are present, and networks on their shares."""
    total = len(many)
    present = (counts > 0).astype(float)
    shares = counts / counts.sum(1, keepdims=True).clip(1)
    w1, b1 = ridge(x[train], present[train], KOREAN_ALPHA)
    loss = korean_loss(many, shares, mood, total)
    ids = np.concatenate([train, total + np.arange(len(mood))])
    runs = [fit_bag(x, ids, [44, 8, 3], loss, seed, dims=32, epochs=10, rate=4e-3, drop_features=.5, drop=.3, batch=384) for seed in KOREAN_SEEDS]
    w2, b2 = np.mean([r[0] for r in runs], 0)[:, 44:52], np.mean([r[1] for r in runs], 0)[44:52]
    return w1, b1, w2, b2


def fit_mix(first, second, shares):
    """How much each witness counts, and a bias an emotion: least cross-entropy against the shares of the labels."""
    a, b, y = (torch.tensor(v, dtype=torch.float64) for v in (first, second, shares))
    mix = torch.tensor([4., .5], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(8, dtype=torch.float64, requires_grad=True)
    step = torch.optim.LBFGS([mix, bias], max_iter=100)

    def closure():
        step.zero_grad()
        loss = -(y * F.log_softmax(mix[0] * a + mix[1] * b + bias, 1)).sum(1).mean()
        loss.backward()
        return loss

    step.step(closure)
    return mix.detach().numpy(), bias.detach().numpy()


def korean(folder, work, tool, folds):
    texts, many, counts = read_kote(folder)
    weak = pd.read_csv(os.path.join(folder, "chatbot-ko.csv"))
    every = texts + [one_line(t) for t in weak.Q]
    mood = weak.label.values
    row, hash_, kind = features_of(every, work, "korean", tool)
    vocabulary = Vocabulary(row, hash_, kind, np.ones(len(every), bool), [2, 2, 9999999, 2, 1, 3, 2, 3, 2], korean_groups())
    x = vocabulary.matrix(row, hash_, len(every))
    print("Korean", x.shape, flush=True)
    total = len(texts)
    fold = np.arange(total) % 5
    shares = counts / counts.sum(1, keepdims=True).clip(1)
    one, two, tables = np.zeros((total, 8)), np.zeros((total, 8)), []
    for k in range(5):
        w1, b1, w2, b2 = fit_korean(x, np.where(fold != k)[0], many, counts, mood)
        one[fold == k], two[fold == k] = x[:total][fold == k] @ w1 + b1, x[:total][fold == k] @ w2 + b2
        tables.append((w1, b1, w2, b2))
        print("Korean fold", k, "AUC ridge %.4f network %.4f" % tuple(
            np.mean([auc(counts[fold == k, i] > 0, s[fold == k][:, i]) for i in range(8)]) for s in (one, two)), flush=True)
    mix, bias = fit_mix(one, two, shares)
    p = softmax(mix[0] * one + mix[1] * two + bias)
    print("Korean, five folds: AUC", [round(auc(counts[:, i] > 0, p[:, i]), 3) for i in range(8)],
          "mean %.4f" % np.mean([auc(counts[:, i] > 0, p[:, i]) for i in range(8)]), "mix", mix.round(3), flush=True)

    def table(w1, b1, w2, b2, mix, bias):
        return {"keys": vocabulary.keys, "weights": vocabulary.weights, "rows": vocabulary.fold(mix[0] * w1 + mix[1] * w2), "bias": mix[0] * b1 + mix[1] * b2 + bias}

    # A fold's mix is fitted on the other folds alone.
    parts = [table(*tables[k], *fit_mix(one[fold != k], two[fold != k], shares[fold != k])) for k in range(5)] if folds else []
    return table(*fit_korean(x, np.arange(total), many, counts, mood), mix, bias), parts


# --- the file -------------------------------------------------------------------------------------------------------------------

def small(rows):
    """8-bit numbers with a scale a row; what they are and what they stand for."""
    scales = (np.abs(rows).max(1) / 127).clip(1e-7).astype(np.float16)
    numbers = np.round(rows / scales.astype(float)[:, None]).clip(-127, 127)
    return numbers.astype("i1"), scales, numbers * scales.astype(float)[:, None]


def small_table(table):
    """The rows of a table as 8-bit numbers with a scale a row and a column, and what they stand for."""
    columns = table["rows"].std(0).astype(np.float32)
    numbers, scales, rows = small(table["rows"] / columns)
    return numbers, scales, columns, rows * columns


def lightest_left_out(table, most):
    """The rows that do most, at most so many."""
    does = table["weights"] * np.linalg.norm(table["rows"] - table["rows"].mean(1, keepdims=True), axis=1)
    keep = np.sort(np.argsort(-does, kind="stable")[:most])
    return dict(table, keys=table["keys"][keep], weights=table["weights"][keep], rows=table["rows"][keep])


def write(path, en, ko):
    arrays = {}
    for name, table in (("english", en), ("korean", ko)):
        numbers, scales, columns, _ = small_table(table)
        arrays.update({
            name + ".keys": table["keys"].astype("<u4"), name + ".weights": table["weights"].astype("<f2"), name + ".rows": numbers,
            name + ".scales": scales, name + ".columns": columns.astype("<f4"), name + ".bias": table["bias"].astype("<f4"),
        })
    vectors, scales, _ = small(en["vectors"])
    arrays.update({"net.vectors": vectors, "net.scales": scales, "net.head": en["head"].astype("<f4")})
    for width, weight, offset in zip(text_net.WINDOWS, en["filters"], en["offsets"]):
        # As the program reads them: for each place in the window and each number of the vector, what it does to every filter.
        arrays["net.filters%d" % width] = weight.transpose(2, 1, 0).astype("<f2")
        arrays["net.offsets%d" % width] = offset.astype("<f4")
    arrays.update({
        "english.spread": en["spread"].astype("<f4"), "english.bend": en["bend"].astype("<f4"), "korean.spread": en["bridge_spread"].astype("<f4"),
        "bridge": en["bridge"].astype("<f4"),
    })
    names = {"|i1": "I8", "<u4": "U32", "<f2": "F16", "<f4": "F32"}
    header, at = {"__metadata__": {"format": "sensorium-text-2"}}, 0
    for name, array in arrays.items():
        header[name] = {"dtype": names[array.dtype.str], "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path + ".new", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for array in arrays.values():
            file.write(array.tobytes())
    os.replace(path + ".new", path)
    print(path, os.path.getsize(path), flush=True)


# Texts of the golden test: what the file says of them, worked out here in 64 bits, must come out of the C# code.
GOLDEN = """I love you
This is not good at all
I HATE THIS!!!
What a wonderful, happy day :)
My dog died yesterday and I can't stop crying :(
The report is due on Monday.
Wow, I did not expect that?!
I'm terrified of the dark
That is disgusting
You stupid idiot
Thank you soooo much <3
It costs 3.50 dollars, about 1,000 won
😍😍😍
👍🏽 nice
He never said that he wasn't happy
Without hope, nothing remains
don’t worry, be happy
A bomb killed twelve people in the market.
Soft rain fell on the quiet garden.
We won the championship!
ok
...
?!?!
#
a
LOL
café au lait is naïve
I am, like, totally confused about this
The soldiers attacked the village at dawn
Happy birthday to my dear friend
T_T
(^_^) hello
x
오늘 정말 행복해요
너무 슬프고 힘들어요 ㅠㅠ
ㅋㅋㅋㅋㅋㅋ 웃겨
짜증나 죽겠네
하나도 재미없어요
별로 좋지 않아요
안 좋아요
무서워서 잠을 못 잤다
정말 감동적인 영화였습니다!!
한심하다 진짜
삼가 고인의 명복을 빕니다
대박 깜짝 놀랐어요
그냥 그래요
ㅠㅠㅠ
ㅎㅎ
감사합니다
나는 happy 하지 않아
LOVE 사랑해 ♥
서울에서 3시에 만나요
으아아아아악
와...
싫다""".split("\n")


def golden(work, tool, en, ko, path):
    row, hash_, kind = features_of(GOLDEN, work, "golden", tool)

    def scores(table):
        place = {int(k): i for i, k in enumerate(table["keys"])}
        weights = table["weights"].astype(np.float16).astype(float)
        effects = small_table(table)[3]
        result = np.zeros((len(GOLDEN), effects.shape[1])) + table["bias"].astype(np.float32)
        for block in (np.isin(kind, SPELLING), ~np.isin(kind, SPELLING)):
            for i in range(len(GOLDEN)):
                at = [place[int(h)] for h in hash_[block & (row == i)] if int(h) in place]
                if at:
                    result[i] += weights[at] @ effects[at] / np.sqrt((weights[at] ** 2).sum())
        return result

    tokens = text_net.Tokens(features_in_order(GOLDEN, work, "golden", tool), en["keys"][:len(en["vectors"]) - 2])
    net = {"vectors": small(en["vectors"])[2], "filters": [f.astype(np.float16).astype(float) for f in en["filters"]], "offsets": en["offsets"]}
    english_said, korean_said = scores(en) + text_net.answers(net, tokens) @ en["head"].T, scores(ko)
    english_said[:, :3] = bent(english_said[:, :3], en["bend"].astype(np.float32).astype(float), surface(GOLDEN))
    korean_shares = softmax(korean_said)
    bridge = en["bridge"].astype(np.float32).astype(float)
    korean_axes = np.hstack([np.ones((len(GOLDEN), 1)), korean_shares @ PLACES]) @ bridge.T
    out = []
    for i, text in enumerate(GOLDEN):
        hangul = sum(5 for c in text if "가" <= c <= "힣") + 5 * sum(min(len(run.group()), 4) for run in re.finditer(r"([ㄱ-ㆎ])\1*", text))
        for run in re.finditer(r"([가-힣])\1{2,}", text):
            hangul -= 5 * (len(run.group()) - 2)
        letters = 2 * sum(len(word) for word in re.findall(r"[A-Za-zéï]+", text) if "T_T" not in text)
        share = hangul / (hangul + letters) if hangul else 0
        values = (1 - share) * np.concatenate([english_said[i, :3].clip(-1, 1), softmax(english_said[i:i + 1, 3:])[0]])
        values = values + share * np.concatenate([korean_axes[i].clip(-1, 1), korean_shares[i]])
        out.append({"text": text, "values": [round(float(v), 6) for v in values]})
    with open(path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in out) + "\n]\n")


def kept(work, name, make):
    """What is fitted already is taken from WORK; remove the file to fit it again."""
    path = os.path.join(work, name + ".fitted")
    if not os.path.exists(path):
        fitted = make()
        with open(path, "wb") as file:
            pickle.dump(fitted, file)
    with open(path, "rb") as file:
        return pickle.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("model")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--golden", help="also write tests/Sensorium.Perception.Tests/Texts/golden.json")
    parser.add_argument("--only", choices=[*(f"bag-kept-{seed}" for seed in KEPT_SEEDS), "net-kept", *(f"bag-{seed}" for seed in SEEDS), "net", "korean"])
    parser.add_argument("--tool", default="tools/Sensorium.TextFeatures/bin/Release/net10.0/Sensorium.TextFeatures.dll")
    given = parser.parse_args()
    os.makedirs(given.work, exist_ok=True)
    loaded = []

    def data():
        if not loaded:
            loaded.append(kept(given.work, "data", lambda: English(given.data, given.work, given.tool)))
        return loaded[0]

    makers = {
        **{f"bag-kept-{seed}": lambda seed=seed: data().bag(data().kept, seed) for seed in KEPT_SEEDS},
        "net-kept": lambda: data().net(data().kept),
        **{f"bag-{seed}": lambda seed=seed: data().bag(data().all, seed) for seed in SEEDS},
        "net": lambda: data().net(data().all),
        "korean": lambda: korean(given.data, given.work, given.tool, given.folds),
    }
    fitted = {name: kept(given.work, name, make) for name, make in makers.items() if given.only in (None, name)}
    if given.only:
        return
    en = kept(given.work, "english", lambda: english(data(), [fitted[f"bag-kept-{seed}"] for seed in KEPT_SEEDS], fitted["net-kept"], [fitted[f"bag-{seed}"] for seed in SEEDS], fitted["net"]))
    ko, parts = fitted["korean"]
    ko = lightest_left_out(ko, KOREAN_ROWS)
    write(os.path.join(given.model, "text.safetensors"), en, ko)
    if given.golden:
        golden(given.work, given.tool, en, ko, given.golden)
    for k, part in enumerate(parts):
        write(os.path.join(given.work, f"fold-{k}.safetensors"), en, lightest_left_out(part, KOREAN_ROWS))


if __name__ == "__main__":
    main()
