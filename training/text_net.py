"""A small network over the order of words, for training/text.py: what sums over words cannot say, such as "could not be less happy".

Each token has a vector: its own row, and the rows of its two to five letters, so that unseen words have one too; and a row each for "turned around" and "written with
capitals". Windows of two and three tokens go through WIDE filters each; the strongest answer of each filter over the text is what the text says. The eight emotions,
and the three axes that training/text.py adds, are linear in those answers, so that each word's part of them can still be told exactly.
"""
import copy

import numpy as np
import scipy.sparse as sp
import torch
from torch import nn
from torch.nn import functional as F

TOKEN, NEGATED, LETTERS, CASED = 0, 3, 5, 8
DIMS, WIDE, WINDOWS = 64, 96, (2, 3)
LEAST_TOKENS, LEAST_GRAMS, LEAST_KINDS = 3, 8, 3
LONGEST = 64
LAST_RATE, STEADY, MEMORY, EVERY = 1.5e-3, 2, .995, 10


class Tokens:
    """Texts as numbers of kinds of tokens, and the rows that make each kind's vector."""

    def __init__(self, texts, known=None, among=None):
        """texts: (hashes, kinds) of each text in the order of the tool. known: the net's keys; None to choose them by these texts, among others' keys."""
        kinds, self.sequences, parts = {}, [], []
        for hashes, kind in texts:
            starts = np.where(kind == TOKEN)[0]
            sequence = []
            for a, b in zip(starts, list(starts[1:]) + [len(kind)]):
                own = np.isin(kind[a:b], (TOKEN, NEGATED, LETTERS, CASED))
                h, k = hashes[a:b][own], kind[a:b][own]
                key = (h.tobytes(), k.tobytes())
                if key not in kinds:
                    kinds[key] = len(kinds)
                    parts.append((h, k))
                sequence.append(kinds[key])
            self.sequences.append(np.array(sequence, int))
        hashes, kind = (np.concatenate([p[i] for p in parts]) for i in (0, 1))
        owner = np.repeat(np.arange(len(parts)), [len(p[0]) for p in parts])
        keys, inverse = np.unique(hashes, return_inverse=True)
        if known is None:
            times = np.bincount(np.concatenate(self.sequences), minlength=len(parts))
            kind_of = np.zeros(len(keys), int)
            kind_of[inverse] = kind
            seen, in_kinds = np.bincount(inverse, weights=times[owner]), np.bincount(inverse)
            known = keys[((kind_of == TOKEN) & (seen >= LEAST_TOKENS)) | ((kind_of == LETTERS) & (seen >= LEAST_GRAMS) & (in_kinds >= LEAST_KINDS))]
            known = known[np.isin(known, among)]
        self.keys = known
        place = {int(key): i for i, key in enumerate(known)}
        at = np.array([place.get(int(key), -1) for key in keys])[inverse]
        count = len(known)
        letters, token = (at >= 0) & (kind == LETTERS), (at >= 0) & (kind == TOKEN)
        grams = np.bincount(owner[letters], minlength=len(parts))
        rows, columns, values = [], [], []
        for which, column, value in ((token, at, np.ones(len(at))), (letters, at, 1 / np.sqrt(np.maximum(grams[owner], 1))),
                                     (kind == NEGATED, np.full(len(at), count), np.ones(len(at))), (kind == CASED, np.full(len(at), count + 1), np.ones(len(at)))):
            rows.append(owner[which])
            columns.append(column[which])
            values.append(value[which])
        self.matrix = sp.csr_matrix((np.concatenate(values).astype(np.float32), (np.concatenate(rows), np.concatenate(columns))), shape=(len(parts), count + 2))


class Net(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.table = nn.EmbeddingBag(rows, DIMS, mode="sum")
        nn.init.normal_(self.table.weight, 0, .1)
        # As many empty tokens at each end as a window is wide: the empty window counts too, so that a text's answer does not hang on its batch.
        self.filters = nn.ModuleList([nn.Conv1d(DIMS, WIDE, width, padding=width) for width in WINDOWS])
        self.heads = nn.ModuleList([nn.Linear(WIDE * len(WINDOWS), count) for count in (28, 8)])

    def hidden(self, tokens, ids, drop_rows=.25, drop_tokens=.1, drop=.3):
        sequences = [tokens.sequences[i][:LONGEST] for i in ids]
        lengths = np.array([len(s) for s in sequences])
        met, inverse = np.unique(np.concatenate(sequences), return_inverse=True)
        rows = tokens.matrix[met]
        weight = torch.from_numpy(rows.data)
        if self.training:
            weight = weight * (torch.rand(len(weight)) > drop_rows) / (1 - drop_rows)
        vectors = self.table(torch.from_numpy(rows.indices).long(), torch.from_numpy(rows.indptr[:-1]).long(), per_sample_weights=weight)
        padded = np.full((len(ids), max(1, lengths.max())), len(met))
        padded[np.repeat(np.arange(len(ids)), lengths), np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)] = inverse
        x = torch.cat([vectors, torch.zeros(1, DIMS)])[torch.from_numpy(padded)]
        if self.training:
            x = F.dropout(x * (torch.rand(x.shape[:2]) > drop_tokens)[:, :, None], drop)
        x = x.transpose(1, 2)
        return torch.cat([F.relu(f(x)).amax(2) for f in self.filters], 1)


def fit_net(tokens, train, many, single, first, weights, seed, epochs=5, rate=4e-3, batch=128, drop=.5, say=print):
    """
    Learns the labels and the emotions together; rows of many and single are counted from first. The rate falls to LAST_RATE and stays
    there for the last STEADY rounds; what is given back is the moving mean of the weights.
    """
    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    net = Net(tokens.matrix.shape[1])
    mean = copy.deepcopy(net)
    step = torch.optim.Adam(net.parameters(), rate)
    many, single, weights = torch.tensor(many), torch.tensor(single), torch.tensor(weights, dtype=torch.float32)
    lengths = np.array([len(s) for s in tokens.sequences])
    for epoch in range(epochs):
        order = random.permutation(train)
        batches = []
        for i in range(0, len(order), 16 * batch):
            near = order[i:i + 16 * batch]
            near = near[np.argsort(lengths[near], kind="stable")]
            batches += [near[j:j + batch] for j in range(0, len(near), batch)]
        total = 0.0
        for j, b in enumerate(random.permutation(len(batches))):
            ids = batches[b]
            for group in step.param_groups:
                falling = max(0, 1 - (epoch + j / len(batches)) / (epochs - STEADY))
                group["lr"] = (LAST_RATE + (rate - LAST_RATE) * falling) * min(1, (epoch * len(batches) + j) / 200 + .05)
            hidden = F.dropout(net.hidden(tokens, ids), drop)
            rows = torch.from_numpy(ids - first)
            named = single[rows] >= 0
            loss = F.binary_cross_entropy_with_logits(net.heads[0](hidden), many[rows], reduction="none").sum()
            loss = loss + F.cross_entropy(net.heads[1](hidden[named]), single[rows][named], weight=weights, reduction="sum")
            (loss / len(ids)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            step.step()
            step.zero_grad(set_to_none=True)
            total += loss.item()
            done = epoch * len(batches) + j
            if done % EVERY == 0:
                with torch.no_grad():
                    for kept, now in zip(mean.parameters(), net.parameters()):
                        kept.lerp_(now, 1 - min(MEMORY, done / (done + 500)) ** EVERY)
        say("net, seed %d, round %d: loss %.4f" % (seed, epoch, total / len(train)), flush=True)
    with torch.no_grad():
        return {
            "keys": tokens.keys, "vectors": mean.table.weight.numpy().copy(),
            "filters": [f.weight.numpy().copy() for f in mean.filters], "offsets": [f.bias.numpy().copy() for f in mean.filters],
            "head": torch.cat([h.weight for h in mean.heads]).numpy(), "bias": torch.cat([h.bias for h in mean.heads]).numpy(),
        }


def answers(net, tokens, ids=None):
    """What the filters answer at most in each text, or in those of ids: (texts x answers), in 64 bits, as PhraseNet of C# does it."""
    vectors = np.vstack([tokens.matrix @ net["vectors"], np.zeros((1, DIMS))]).astype(float)
    sequences = tokens.sequences if ids is None else [tokens.sequences[i] for i in ids]
    result = np.zeros((len(sequences), WIDE * len(WINDOWS)))
    for i, sequence in enumerate(sequences):
        for j, (width, weight, offset) in enumerate(zip(WINDOWS, net["filters"], net["offsets"])):
            padded = vectors[np.concatenate([[-1] * width, sequence, [-1] * width]).astype(int)]
            sums = sum(padded[k:len(padded) - width + 1 + k] @ weight[:, :, k].T for k in range(width)) + offset
            result[i, j * WIDE:(j + 1) * WIDE] = np.maximum(sums.max(0), 0)
    return result
