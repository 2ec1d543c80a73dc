#!/usr/bin/env python3
"""YuNet as the teacher of face-detector: boxes and landmarks on photographs and on FER+ tiles, and the split of OASIS by theme.

    python3 training/face_teacher.py DATA_FOLDER WORK_FOLDER

DATA_FOLDER holds scenes/oasis, faces/ferplus and models/yunet. Writes WORK_FOLDER/oasis.npz and WORK_FOLDER/tiles.npz. YuNet: Wu, Peng and
Yu, "YuNet: a tiny millisecond-level face detector", Machine Intelligence Research 2023 (Apache-2.0). It is asked at several enlargements,
because it was trained for faces of about 10 pixels and more and OASIS is 320 pixels wide. Needs numpy and OpenCV.
"""
import csv
import os
import sys

import cv2
import numpy as np

from face_expression import load

# In photographs of people a box of at least SURE is taught as a face; from DOUBTFUL up it is neither a face nor background.
SURE, DOUBTFUL = 0.8, 0.35
# Elsewhere the teacher mistakes dogs, wheels and cups for faces, up to .91, so its boxes are background, but for small and for sure ones.
SMALL, ELSEWHERE_SURE, ELSEWHERE_SMALL = 24, 0.85, 0.45
TILE_SURE, SCALES = 0.7, (0.4, 1, 2, 3)
TILE_ROOM, TILE_SCALE = 0.5, 2


def split_of(theme):
    """"test" (a quarter of the themes: never seen, reported), "check" (a tenth: the threshold is chosen there) or "train".

    FNV-1a, 32 bits, over the theme's UTF-8 name, modulo 20: below 5 test, below 7 check.
    """
    value = 2166136261
    for byte in theme.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return "test" if value % 20 < 5 else "check" if value % 20 < 7 else "train"


def intersection_over_union(a, b):
    """[n, 4] and [m, 4] as x, y, width, height -> [n, m]."""
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, :2] + a[:, None, 2:4], b[None, :, :2] + b[None, :, 2:4])
    shared = np.clip(high - low, 0, None).prod(2)
    return shared / np.maximum(a[:, 2:4].prod(1)[:, None] + b[:, 2:4].prod(1)[None] - shared, 1e-9)


def suppress(found, limit):
    """Greedy non-maximum suppression of rows x, y, width, height, score, ...: the surest first."""
    found = found[np.argsort(-found[:, 4], kind="stable")]
    kept = []
    while len(found):
        kept.append(found[0])
        found = found[1:][intersection_over_union(found[:1], found[1:])[0] < limit]
    return np.array(kept).reshape(-1, found.shape[1])


class YuNet:
    """Rows of x, y, width, height, score and five points (right eye, left eye, nose, right and left mouth corner, the subject's)."""

    def __init__(self, path):
        self.net = cv2.dnn.readNetFromONNX(path)
        self.names = [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox", "kps") for stride in (8, 16, 32)]

    def find(self, bgr, scale=1.0, least=0.3):
        picture = bgr if scale == 1 else cv2.resize(bgr, None, fx=scale, fy=scale,
                                                    interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
        h, w = (-(-side // 32) * 32 for side in picture.shape[:2])
        room = np.zeros((h, w, 3), np.uint8)
        room[:picture.shape[0], :picture.shape[1]] = picture
        self.net.setInput(cv2.dnn.blobFromImage(room))
        out = dict(zip(self.names, self.net.forward(self.names)))
        rows = []
        for stride in (8, 16, 32):
            score = np.sqrt(np.clip(out[f"cls_{stride}"], 0, 1) * np.clip(out[f"obj_{stride}"], 0, 1)).reshape(-1)
            chosen = np.flatnonzero(score >= least)
            cell = np.stack([chosen % (w // stride), chosen // (w // stride)], 1).astype(np.float32)
            box, points = out[f"bbox_{stride}"][0][chosen], out[f"kps_{stride}"][0][chosen].reshape(-1, 5, 2)
            size = np.exp(box[:, 2:]) * stride
            rows.append(np.hstack([(cell + box[:, :2]) * stride - size / 2, size, score[chosen, None],
                                   ((points + cell[:, None]) * stride).reshape(-1, 10)]))
        rows = suppress(np.concatenate(rows), 0.3)
        ratio = np.array([bgr.shape[1] / picture.shape[1], bgr.shape[0] / picture.shape[0]])
        return np.hstack([rows[:, :4] * np.tile(ratio, 2), rows[:, 4:5], rows[:, 5:] * np.tile(ratio, 5)])

    def find_at(self, bgr, scales, least=0.3):
        """The surest of several enlargements, as one list."""
        return suppress(np.concatenate([self.find(bgr, scale, least) for scale in scales]), 0.4)


def photographs(data):
    """(file, theme, category) of OASIS, in the order of its table."""
    with open(os.path.join(data, "scenes", "oasis", "ratings.csv"), newline="") as file:
        return [(row["file"], row["theme"], row["category"]) for row in csv.DictReader(file)]


def teach_photographs(teacher, data, path):
    found = {}
    for file, _, _ in photographs(data):
        picture = cv2.imread(os.path.join(data, "scenes", "oasis", file))
        found[file] = teacher.find_at(picture, SCALES, 0.25).astype(np.float32)
    np.savez_compressed(path, **found)
    print(len(found), "photographs,", sum((rows[:, 4] >= SURE).sum() for rows in found.values()), "sure boxes")


def rows_of(teacher, tiles):
    """One row for each tile in tile pixels; score 0 where the teacher saw no face that fills the tile."""
    side = tiles.shape[1]
    room = int(side * TILE_ROOM)
    rows = np.zeros((len(tiles), 15), np.float32)
    for i, tile in enumerate(tiles):
        wide = cv2.copyMakeBorder(tile, room, room, room, room, cv2.BORDER_REPLICATE)
        found = teacher.find(cv2.cvtColor(wide, cv2.COLOR_GRAY2BGR), TILE_SCALE, 0.3)
        found = found[found[:, 2:4].prod(1) > (0.45 * side) ** 2]
        if len(found):
            rows[i] = found[0]
            rows[i, :2] -= room
            rows[i, 5:] -= room
    return rows


def teach_tiles(teacher, data, path):
    rows = rows_of(teacher, load(os.path.join(data, "faces", "ferplus"), "train")[0])
    np.savez_compressed(path, rows=rows)
    sure = rows[:, 4] >= TILE_SURE
    print(len(rows), "tiles,", int(sure.sum()), "sure faces; mean box", rows[sure, :4].mean(0).round(1))


def main():
    data, work = sys.argv[1:3]
    os.makedirs(work, exist_ok=True)
    teacher = YuNet(os.path.join(data, "models", "yunet", "yunet_n_320_320.onnx"))
    teach_photographs(teacher, data, os.path.join(work, "oasis.npz"))
    teach_tiles(teacher, data, os.path.join(work, "tiles.npz"))


if __name__ == "__main__":
    main()
