"""Scenes with faces for face-detector: photographs with the teacher's boxes, FER+ faces put in their place or into other scenes, decoys.

Each scene is drawn from its own number, so the same seed draws the same scenes whatever the number of workers.
"""
import os

import cv2
import numpy as np

from face_expression import HELD_OUT, load
from face_teacher import DOUBTFUL, ELSEWHERE_SMALL, ELSEWHERE_SURE, SMALL, SURE, TILE_SURE, photographs, split_of

# Faces under LEAST pixels (the root of the area) and faces mostly outside the picture are neither taught nor counted as background.
LEAST, VISIBLE = 10.0, 0.6
MOST_FACES = 16
GREY = np.array([0.299, 0.587, 0.114], np.float32)


class Scene:
    """An RGB picture with boxes [n, 4] (x, y, width, height), points [n, 5, 2] and boxes to be left out of the loss [m, 4]."""

    def __init__(self, picture):
        self.picture, self.boxes, self.points, self.ignored = picture, [], [], []

    def add(self, box, points):
        side = np.array(self.picture.shape[1::-1])
        low, high = np.maximum(box[:2], 0), np.minimum(box[:2] + box[2:], side)
        seen = np.clip(high - low, 0, None).prod() / max(box[2:].prod(), 1e-6)
        if seen <= 0.05:
            return
        kept = seen >= VISIBLE and box[2:].prod() >= LEAST * LEAST and len(self.boxes) < MOST_FACES
        if kept:
            self.boxes.append(box)
            self.points.append(points)
        else:
            self.ignored.append(box)

    def is_free(self, box, limit=0.15):
        """Whether no face lies under the box (the overlap in shares of the smaller one)."""
        for other in self.boxes + self.ignored:
            shared = np.clip(np.minimum(box[:2] + box[2:], other[:2] + other[2:]) - np.maximum(box[:2], other[:2]), 0, None).prod()
            if shared > limit * min(box[2:].prod(), other[2:].prod()):
                return False
        return True


def move_box(box, matrix):
    """The upright box of an ellipse in `box` under a similarity."""
    centre = matrix[:, :2] @ (box[:2] + box[2:] / 2) + matrix[:, 2]
    size = np.hypot(matrix[:, 0] * box[2], matrix[:, 1] * box[3])
    return np.concatenate([centre - size / 2, size])


def move_points(points, matrix):
    return points @ matrix[:, :2].T + matrix[:, 2]


def smallest(side):
    """The larger pictures are there for the larger faces."""
    return 12 if side < 320 else 40


def swap_sides(points):
    """After a mirror image, the right eye is the left one."""
    return points[[1, 0, 2, 4, 3]]


def similarity(source, target):
    """The least-squares rotation, scale and shift from source to target points (Umeyama 1991), and its residual."""
    a, b = source - source.mean(0), target - target.mean(0)
    norm = (a * a).sum()
    re, im = (a * b).sum() / norm, (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / norm
    turn = np.array([[re, -im], [im, re]])
    matrix = np.hstack([turn, (target.mean(0) - turn @ source.mean(0))[:, None]])
    return matrix, np.sqrt(((move_points(source, matrix) - target) ** 2).sum(1).mean())


def soft_ellipse(shape, box, softness):
    """1 inside, 0 outside an ellipse that fills `box`, over a rim of `softness` shares of its size."""
    y, x = np.ogrid[:shape[0], :shape[1]]
    r = np.sqrt(((x - box[0] - box[2] / 2) / (box[2] / 2)) ** 2 + ((y - box[1] - box[3] / 2) / (box[3] / 2)) ** 2)
    return np.clip((1 + softness - r) / max(2 * softness, 1e-3), 0, 1).astype(np.float32)


def warp(picture, matrix, region, border=cv2.BORDER_REFLECT_101):
    """The region (x0, y0, x1, y1) of the picture under an affine map; pixels are averaged first where the picture shrinks."""
    scale = np.hypot(matrix[0, 0], matrix[1, 0])
    matrix = matrix.copy()
    if scale < 0.7:
        h, w = picture.shape[:2]
        picture = cv2.resize(picture, (max(1, round(w * scale)), max(1, round(h * scale))), interpolation=cv2.INTER_AREA)
        matrix[:, 0] *= w / picture.shape[1]
        matrix[:, 1] *= h / picture.shape[0]
    matrix[:, 2] -= region[:2]
    # Cubic interpolation overshoots, which a mask (float) must not.
    smooth = cv2.INTER_CUBIC if scale > 1.5 and picture.dtype == np.uint8 else cv2.INTER_LINEAR
    return cv2.warpAffine(picture, matrix, (int(region[2] - region[0]), int(region[3] - region[1])), flags=smooth, borderMode=border)


def around(box, room, side):
    """The region of a picture that reaches `room` sizes of the box beyond it on each side; None where it leaves the picture."""
    x0, y0 = np.clip(np.floor(box[:2] - room * box[2:]), 0, side).astype(int)
    x1, y1 = np.clip(np.ceil(box[:2] + (1 + room) * box[2:]), 0, side).astype(int)
    return (x0, y0, x1, y1) if x1 - x0 >= 4 and y1 - y0 >= 4 else None


def put(picture, region, colour, mask):
    """Puts `colour` over a region of the picture where `mask` is."""
    x0, y0, x1, y1 = region
    part = picture[y0:y1, x0:x1].astype(np.float32)
    part += mask[..., None] * (colour - part)
    picture[y0:y1, x0:x1] = np.clip(part, 0, 255, out=part)


class Photograph:
    """A photograph with the faces that are taught in it, and the boxes that are left out of the loss."""

    def __init__(self, picture, rows, category):
        self.picture, self.category = picture, category
        score, width = rows[:, 4], rows[:, 2]
        taught = (score >= SURE) & (category == "Person")
        doubtful = {"Person": ~taught & (score >= DOUBTFUL), "Animal": np.zeros(len(rows), bool)}.get(
            category, (score >= ELSEWHERE_SURE) | (score >= ELSEWHERE_SMALL) & (width < SMALL))
        self.boxes, self.points = rows[taught, :4].astype(float), rows[taught, 5:].reshape(-1, 5, 2).astype(float)
        self.doubtful = rows[doubtful, :4].astype(float)
        self.sizes = np.sqrt(self.boxes[:, 2:].prod(1))


class SceneMaker:
    """Draws training scenes from the photographs of `splits` and the FER+ tiles of `train` that are (or are not) held out.

    `keep` tells of a theme whether its photographs may be used, for cross-validation by theme.
    """

    def __init__(self, data, work, splits=("train",), held_out=False, keep=lambda theme: True):
        found = np.load(os.path.join(work, "oasis.npz"))
        self.photographs = []
        for file, theme, category in photographs(data):
            if split_of(theme) in splits and keep(theme):
                bgr = cv2.imread(os.path.join(data, "scenes", "oasis", file))
                self.photographs.append(Photograph(np.ascontiguousarray(bgr[:, :, ::-1]), found[file].reshape(-1, 15), category))
        # Where the teacher found nobody in a photograph of people, it may have missed somebody: no background for the first stage.
        self.faceless = [p for p in self.photographs if p.category == "Person" and not len(p.boxes)]
        self.photographs = [p for p in self.photographs if p.category != "Person" or len(p.boxes)]
        self.people = [p for p in self.photographs if len(p.boxes) and p.sizes.max() >= 14]
        self.heads = [(p, i) for p in self.people for i in range(len(p.boxes)) if p.boxes[i, 2:].prod() >= 40 * 40]
        self.tiles, votes = load(os.path.join(data, "faces", "ferplus"), "train")
        self.tile_rows = np.load(os.path.join(work, "tiles.npz"))["rows"]
        held = np.arange(len(self.tiles)) % HELD_OUT == HELD_OUT // 2
        good = (self.tile_rows[:, 4] >= TILE_SURE) & (votes[:, 9] < 3) & (held == held_out)
        self.usable = np.flatnonzero(good)
        self.noise = np.random.default_rng(0).standard_normal(1 << 20, np.float32)

    def draw(self, rng, side):
        """A scene and its mirror image, each hidden, lit and stored in its own way: the mirror costs little."""
        scene = self.stage(rng, side)
        mirror = Scene(np.ascontiguousarray(scene.picture[:, ::-1]))
        over = lambda box: np.array([side - box[0] - box[2], *box[1:]])
        mirror.boxes, mirror.ignored = [over(box) for box in scene.boxes], [over(box) for box in scene.ignored]
        mirror.points = [swap_sides(points * [-1, 1] + [side, 0]) for points in scene.points]
        self.finish(scene, rng)
        self.finish(mirror, rng)
        return scene, mirror

    def stage(self, rng, side):
        kind = rng.random()
        if kind < 0.65:
            scene = self.photograph_with_faces(rng, side)
        elif kind < 0.88:
            scene = self.composite(rng, side)
        else:
            scene = self.background(rng, side)
            for _ in range(rng.integers(0, 4)):
                self.paste_decoy(scene, rng)
        return scene

    # -- photographs

    def photograph_with_faces(self, rng, side):
        photo = self.people[rng.integers(len(self.people))]
        index = rng.choice(len(photo.boxes), p=photo.sizes / photo.sizes.sum())
        box = photo.boxes[index]
        # The chosen face ends between the smallest and most of the picture, but is not enlarged beyond recognition.
        least, most = smallest(side), min(0.85 * side, 4 * photo.sizes[index])
        wanted = np.exp(rng.uniform(np.log(min(least, most)), np.log(most)))
        scale = wanted / np.sqrt(box[2:].prod())
        angle = np.deg2rad(np.clip(rng.normal(0, 11), -30, 30))
        flip = rng.random() < 0.5
        turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.diag([-1.0 if flip else 1.0, 1.0])
        room = max(0.0, side - wanted) / 2 + 0.15 * wanted
        matrix = np.hstack([turn, (side / 2 + rng.uniform(-room, room, 2) - turn @ (box[:2] + box[2:] / 2))[:, None]])
        whole = (0, 0, side, side)
        inside = warp(np.full(photo.picture.shape[:2], 255, np.uint8), matrix, whole, cv2.BORDER_CONSTANT) > 250
        picture = warp(photo.picture, matrix, whole, cv2.BORDER_CONSTANT)
        if not inside.all():
            # No mirrored border: it would hold faces without a box. Another picture or a plain colour instead.
            other = self.background(rng, side).picture if rng.random() < 0.7 else np.full_like(picture, rng.integers(0, 256))
            picture = np.where(inside[..., None], picture, other)
        scene = Scene(picture)
        swapping = rng.random() < 0.55
        for box, points in zip(photo.boxes, photo.points):
            box, points = move_box(box, matrix), move_points(swap_sides(points) if flip else points, matrix)
            if swapping and rng.random() < 0.8 and LEAST < np.sqrt(box[2:].prod()):
                box, points = self.put_in_place(scene.picture, box, points, rng)
            scene.add(box, points)
        scene.ignored += [move_box(box, matrix) for box in photo.doubtful]
        return scene

    def background(self, rng, side, photo=None):
        """A part of any photograph (or of the one given), its faces taught where it has some."""
        photo = photo or self.photographs[rng.integers(len(self.photographs))]
        h, w = photo.picture.shape[:2]
        part = np.exp(rng.uniform(np.log(0.25), 0))
        cut = np.array([rng.uniform(0, w * (1 - part)), rng.uniform(0, h * (1 - part)), w * part, h * part])
        ratio = side / np.minimum(cut[2], cut[3])
        matrix = np.array([[ratio, 0, -cut[0] * ratio], [0, ratio, -cut[1] * ratio]], float)
        flip = rng.random() < 0.5
        if flip:
            matrix[0] = [-ratio, 0, side + cut[0] * ratio]
        scene = Scene(warp(photo.picture, matrix, (0, 0, side, side)))
        for box, points in zip(photo.boxes, photo.points):
            scene.add(move_box(box, matrix), move_points(swap_sides(points) if flip else points, matrix))
        scene.ignored += [move_box(box, matrix) for box in photo.doubtful]
        return scene

    def tile(self, rng):
        """A FER+ face with its box and points, mirrored half the time."""
        index = self.usable[rng.integers(len(self.usable))]
        tile, row = self.tiles[index], self.tile_rows[index]
        box, points = row[:4].astype(float), row[5:].reshape(5, 2).astype(float)
        if rng.random() < 0.5:
            tile, points = tile[:, ::-1], swap_sides(points * [-1, 1] + [tile.shape[1], 0])
            box = np.array([tile.shape[1] - box[0] - box[2], box[1], box[2], box[3]])
        return np.ascontiguousarray(tile), box, points

    def put_in_place(self, picture, box, points, rng):
        """A FER+ face where the photograph has one: its features, the photograph's light and colour. Returns the new box and points."""
        best = None
        for _ in range(3):
            tile, tile_box, tile_points = self.tile(rng)
            matrix, residual = similarity(tile_points, points)
            if best is None or residual < best[0]:
                best = residual, tile, tile_box, tile_points, matrix
        residual, tile, tile_box, tile_points, matrix = best
        if residual > 0.12 * np.sqrt(box[2:].prod()):
            return box, points
        region = around(box, 0.3, picture.shape[0])
        if region is None:
            return box, points
        x0, y0, x1, y1 = region
        mask = soft_ellipse(tile.shape, tile_box, 0.12) * soft_ellipse(tile.shape, np.array([-8.0, -8.0, 64.0, 64.0]), 0.1)
        mask = warp(mask, matrix, region, cv2.BORDER_CONSTANT)
        grey = warp(tile, matrix, region, cv2.BORDER_REPLICATE).astype(np.float32)
        part = picture[y0:y1, x0:x1].astype(np.float32)
        light = part @ GREY
        weight = mask / max(mask.sum(), 1e-3)
        mean, goal = (weight * grey).sum(), (weight * light).sum()
        gain = np.clip(np.sqrt((weight * (light - goal) ** 2).sum() / max((weight * (grey - mean) ** 2).sum(), 1)), 0.5, 1.6)
        colour = cv2.blur(part - light[..., None], (max(1, int(box[2] / 5)),) * 2)
        put(picture, region, ((grey - mean) * gain + goal)[..., None] + colour, mask)
        return move_box(tile_box, matrix), move_points(tile_points, matrix)

    # -- composites

    def composite(self, rng, side):
        scene = self.background(rng, side)
        if rng.random() < 0.15:
            scene.picture[:] = rng.integers(0, 256, 3)
        count = 1 + min(rng.geometric(0.4), 7)
        top = 0.8 * side if count == 1 else 0.9 * side / np.sqrt(count)
        for _ in range(count):
            size = np.exp(rng.uniform(np.log(min(smallest(side), top / 2)), np.log(top)))
            draw = rng.random()
            if draw < 0.55:
                self.paste_tile(scene, rng, size)
            elif draw < 0.85:
                self.paste_head(scene, rng, size)
            else:
                self.paste_decoy(scene, rng, size)
        return scene

    def place(self, scene, rng, box, size, limit=0.15):
        """A similarity that gives `box` the size and, with head and shoulders, a free place in the scene; None where there is none."""
        side = scene.picture.shape[0]
        for _ in range(6):
            scale, angle = size / np.sqrt(box[2:].prod()), np.deg2rad(np.clip(rng.normal(0, 12), -30, 30))
            turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            room = max(0.0, (side - size) / 2) + 0.1 * size
            matrix = np.hstack([turn, (side / 2 + rng.uniform(-room, room, 2) - turn @ (box[:2] + box[2:] / 2))[:, None]])
            moved = move_box(box, matrix)
            if scene.is_free(moved + np.tile(moved[2:], 2) * [-0.3, -0.3, 0.6, 0.9], limit):
                return matrix, moved
        return None, None

    @staticmethod
    def skin(rng):
        """Colour over grey of skins from light to dark under warm to cold light."""
        green = rng.uniform(0.66, 0.9)
        colour = np.array([1.0, green, green * rng.uniform(0.6, 1.0)], np.float32)
        return colour / (colour @ GREY)

    def surround(self, scene, rng, box, skin, light):
        """Hair behind, neck and shoulders under a face that is about to be pasted."""
        region = around(box, 1.4, scene.picture.shape[0])
        if region is None:
            return
        local = np.array([*(box[:2] - region[:2]), *box[2:]])
        shape = (region[3] - region[1], region[2] - region[0])

        def blob(x, y, w, h, colour, softness, strength):
            mask = soft_ellipse(shape, local * [1, 1, 0, 0] + np.array([x, y, w, h]) * np.tile(local[2:], 2), softness)
            grain = rng.normal(0, strength, (max(2, shape[0] // 3), max(2, shape[1] // 2))).astype(np.float32)
            put(scene.picture, region, np.asarray(colour, np.float32) + cv2.resize(grain, shape[::-1])[..., None], mask)

        if rng.random() < 0.8:
            wide, high = rng.uniform(1.5, 3.2), rng.uniform(0.9, 2.0)
            blob(0.5 - wide / 2, 1.1, wide, high, rng.integers(0, 256, 3), 0.05, 6)
            blob(0.2, 0.55, 0.6, 0.9, skin * light * rng.uniform(0.6, 1.0), 0.1, 4)
        if rng.random() < 0.8:
            hair = rng.uniform(10, 90) * np.array([1, rng.uniform(0.7, 1), rng.uniform(0.5, 1)]) * (2.2 if rng.random() < 0.25 else 1)
            wide, over = rng.uniform(1.15, 1.7), rng.uniform(0.15, 0.45)
            blob(0.5 - wide / 2 + rng.uniform(-0.05, 0.05), -over, wide, over + rng.uniform(0.6, 1.6), hair, 0.08, 14)

    def paste_tile(self, scene, rng, size):
        tile, box, points = self.tile(rng)
        matrix, moved = self.place(scene, rng, box, size)
        if matrix is None:
            return
        draw, whole = rng.random(), np.array([0.0, 0.0, 48.0, 48.0])
        if draw < 0.6:
            mask = soft_ellipse(tile.shape, box + np.array([-0.04, -0.06, 0.08, 0.1]) * np.tile(box[2:], 2), rng.uniform(0.03, 0.2))
        elif draw < 0.8:
            mask = soft_ellipse(tile.shape, whole + [-4, -4, 8, 8], rng.uniform(0.05, 0.2))
        else:
            mask = np.ones(tile.shape, np.float32)
        skin = self.skin(rng) if rng.random() < 0.7 else np.ones(3, np.float32)
        grey = (tile - tile.mean()) * rng.uniform(0.6, 1.3) + np.clip(tile.mean() * rng.uniform(0.6, 1.4), 30, 220)
        if draw < 0.8:
            self.surround(scene, rng, moved, skin, grey.mean())
        region = around(moved, 0.5, scene.picture.shape[0])
        if region is not None:
            colour = warp(np.clip(grey, 0, 255).astype(np.uint8), matrix, region, cv2.BORDER_REPLICATE)[..., None] * skin
            put(scene.picture, region, colour, warp(mask, matrix, region, cv2.BORDER_CONSTANT))
            scene.add(moved, move_points(points, matrix))

    def paste_head(self, scene, rng, size):
        """A real head with hair and shoulders, cut softly from a photograph; sometimes with another face."""
        photo, index = self.heads[rng.integers(len(self.heads))]
        box, points = photo.boxes[index], photo.points[index]
        x, y, w, h = box
        cut = np.array([x - 0.7 * w, y - 0.6 * h, 2.4 * w, 2.2 * h])
        others = [o for i, o in enumerate(photo.boxes) if i != index] + list(photo.doubtful)
        if any((o[:2] + o[2:] > cut[:2]).all() and (o[:2] < cut[:2] + cut[2:]).all() for o in others):
            return
        matrix, moved = self.place(scene, rng, box, size)
        if matrix is None:
            return
        shape = photo.picture.shape[:2]
        mask = np.maximum(soft_ellipse(shape, np.array([x - 0.4 * w, y - 0.4 * h, 1.8 * w, 1.7 * h]), 0.12),
                          soft_ellipse(shape, np.array([x - 0.7 * w, y + 0.9 * h, 2.4 * w, 1.2 * h]), 0.12))
        if rng.random() < 0.4:
            picture = photo.picture.copy()
            side = max(shape)
            square = np.zeros((side, side, 3), np.uint8)
            square[:shape[0], :shape[1]] = picture
            box, points = self.put_in_place(square, box, points, rng)
            picture = square[:shape[0], :shape[1]]
            moved = move_box(box, matrix)
        else:
            picture = photo.picture
        if rng.random() < 0.5:
            # Mirrored about the face, so that it keeps its place.
            about = 2 * (x + w / 2)
            mirror = np.array([[-1.0, 0, about], [0, 1, 0]])
            matrix = np.hstack([matrix[:, :2] @ mirror[:, :2], (matrix[:, :2] @ mirror[:, 2] + matrix[:, 2])[:, None]])
            points, moved = swap_sides(points), move_box(box, matrix)
        region = around(moved, 1.2, scene.picture.shape[0])
        if region is not None:
            light = (rng.uniform(0.7, 1.3) * rng.uniform(0.85, 1.15, 3)).astype(np.float32)
            put(scene.picture, region, warp(picture, matrix, region, cv2.BORDER_REPLICATE) * light, warp(mask, matrix, region, cv2.BORDER_CONSTANT))
            scene.add(moved, move_points(points, matrix))

    def paste_decoy(self, scene, rng, size=None):
        """What has a face's outline, skin or surround and is none: bare skin, a patch of a scene, a face cut up and shuffled."""
        side = scene.picture.shape[0]
        size = size or np.exp(rng.uniform(np.log(16), np.log(0.6 * side)))
        box = np.array([6.0, 2.0, 36.0, 44.0])
        matrix, moved = self.place(scene, rng, box, size, 0.01)
        if matrix is None:
            return
        draw, skin = rng.random(), self.skin(rng)
        if draw < 0.3:
            ramp = np.linspace(-1, 1, 48)
            grey = rng.uniform(60, 200) * (1 + rng.uniform(-0.3, 0.3) * ramp[None] + rng.uniform(-0.3, 0.3) * ramp[:, None])
            grey = grey + cv2.GaussianBlur(rng.normal(0, 40, (48, 48)), (0, 0), rng.uniform(1, 6))
        elif draw < 0.65:
            photo = self.photographs[rng.integers(len(self.photographs))]
            h, w = photo.picture.shape[:2]
            edge = int(rng.integers(24, min(h, w)))
            x, y = int(rng.integers(0, w - edge + 1)), int(rng.integers(0, h - edge + 1))
            cut = Scene(photo.picture)
            cut.ignored = list(photo.boxes) + list(photo.doubtful)
            if not cut.is_free(np.array([x, y, edge, edge], float), 0.02):
                return
            patch = cv2.resize(photo.picture[y:y + edge, x:x + edge], (48, 48), interpolation=cv2.INTER_AREA)
            grey = cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY).astype(float)
        else:
            tile = self.tile(rng)[0]
            blocks = [tile[i:i + 16, j:j + 16] for i in (0, 16, 32) for j in (0, 16, 32)]
            order = rng.permutation(9)
            if (order == np.arange(9)).sum() > 2:
                order = np.roll(order, 4)
            grey = np.vstack([np.hstack([blocks[k] for k in order[i:i + 3]]) for i in (0, 3, 6)]).astype(float)
        if rng.random() < 0.7:
            self.surround(scene, rng, moved, skin, float(grey.mean()))
        mask = soft_ellipse((48, 48), box, rng.uniform(0.03, 0.2)) if rng.random() < 0.8 else np.ones((48, 48), np.float32)
        region = around(moved, 0.5, side)
        if region is not None:
            colour = warp(np.clip(grey, 0, 255).astype(np.uint8), matrix, region, cv2.BORDER_REPLICATE)[..., None]
            colour = colour * (skin if rng.random() < 0.8 else np.ones(3, np.float32))
            put(scene.picture, region, colour, warp(mask, matrix, region, cv2.BORDER_CONSTANT))

    def finish(self, scene, rng):
        """Hides parts of some faces and develops the picture."""
        picture = scene.picture
        side = picture.shape[0]
        for box in scene.boxes:
            if rng.random() < 0.08:
                # A hand, a cup, another head: part of the face is hidden.
                w, h = box[2:] * rng.uniform(0.25, 0.55, 2)
                x, y = box[:2] + rng.uniform(-0.1, 0.8, 2) * box[2:]
                x0, y0, x1, y1 = (int(np.clip(v, 0, side)) for v in (x, y, x + w, y + h))
                picture[y0:y1, x0:x1] = rng.integers(0, 256, 3) if rng.random() < 0.5 else picture[::-1, ::-1][y0:y1, x0:x1]
        scene.picture = self.develop(picture, rng)

    def develop(self, x, rng):
        """Lens, light, sensor and file: sharpness, colour, noise, JPEG."""
        side = x.shape[0]
        if rng.random() < 0.25:
            x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.6))
        elif rng.random() < 0.3:
            strength = rng.uniform(0.3, 1.2)
            x = cv2.addWeighted(x, 1 + strength, cv2.GaussianBlur(x, (0, 0), rng.uniform(0.8, 2)), -strength, 0)
        elif rng.random() < 0.2:
            ratio = rng.uniform(0.35, 0.8)
            x = cv2.resize(cv2.resize(x, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA), (side, side))
        colour, shift = np.eye(3), 0.0
        if rng.random() < 0.8:
            saturation, contrast = rng.uniform(0.4, 1.6), np.exp(rng.normal(0, 0.25))
            colour = contrast * (saturation * np.eye(3) + (1 - saturation) * GREY) @ np.diag(np.exp(rng.normal(0, 0.08, 3)))
            shift = 128 * (1 - contrast) + rng.normal(0, 25)
        if rng.random() < 0.2:
            colour = np.tile(GREY @ colour, (3, 1))
        x = cv2.transform(x, np.hstack([colour, np.full((3, 1), shift)]))
        if rng.random() < 0.3:
            start = rng.integers(0, len(self.noise) - x.size)
            x = np.clip(x + self.noise[start:start + x.size].reshape(x.shape) * np.float32(rng.uniform(1, 14)), 0, 255).astype(np.uint8)
        if rng.random() < 0.4:
            x = cv2.imdecode(cv2.imencode(".jpg", x, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 90))])[1], cv2.IMREAD_COLOR)
        return x
