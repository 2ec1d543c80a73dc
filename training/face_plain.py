#!/usr/bin/env python3
"""Gathers pictures without people for the second stage of face-detector: wallpapers, nebulae, landscapes and textures of Debian packages.

    mkdir PACKAGES && cd PACKAGES && apt-get download NAME... && for deb in *.deb; do dpkg -x $deb ${deb%%_*}; done
    python3 training/face_plain.py PACKAGES_FOLDER WORK_FOLDER

NAME... are the packages of SOURCES, as Debian 12 has them. Writes WORK_FOLDER/plain/*.jpg, at most 1280 pixels long, and contact sheets in
WORK_FOLDER/plain-sheets: they were looked through, and what held a face, a statue or a drawing of one is left out by WITHOUT. Pictures that
look like one already taken are dropped. They are for training alone; none is part of the repository. Needs numpy and OpenCV.
"""
import os
import re
import sys
import zipfile

import cv2
import numpy as np

LONG, LEAST, ALIKE = 1280, 128, 0.97
# Package: which of its pictures, by a pattern over the path; the licences are those of the package's copyright file.
SOURCES = {
    "gnome-backgrounds": r"/backgrounds/",
    "kstars-data": r"/kstars/(textures/|image|.*deepsky)",
    "lomiri-wallpapers-16.04": r".",
    "lomiri-wallpapers-20.04": r".",
    "lxqt-themes": r"wallpaper",
    "mate-backgrounds": r"/(nature|abstract|desktop|cosmos)/",
    "openarena-081-textures": r"textures/|env/",
    "palapeli-data": r"/puzzles/|collection",
    "plasma-workspace-wallpapers": r"/wallpapers/",
    "stellarium-data": r"/(nebulae|landscapes|textures|scenery3d)/",
    "sway-backgrounds": r".",
    "trigger-rally-data": r"/textures/",
    "tuxpaint-stamps-default": r"/stamps/(animals|clothes|food|hobbies|household|naturalforces|plants|space|sports|symbols|vehicles)/",
    "ukui-wallpapers": r".",
    "xfdesktop4-data": r"backgrounds",
}
WITHOUT = re.compile(r"preview|screenshot|thumb|icon|cartoon|apes|deep.?field|hudf|hdf|logo|font|flag|toys|pumpkin|skull|body_parts|people|CodriverSigns|demon|_sku|manhole|columnsupport|clown/|firstgeneration|focal-|the-mouse|oquartz/.*face|monster|hedgehog", re.IGNORECASE)


def pictures(folder):
    """(name, bytes) of every picture of the packages; game archives are read too."""
    for package, pattern in SOURCES.items():
        root = os.path.join(folder, package)
        for place, _, files in sorted(os.walk(root)):
            for file in sorted(files):
                path = os.path.join(place, file)
                name = package + path[len(root):]
                if file.endswith((".pk3", ".zip")) and not os.path.islink(path):
                    with zipfile.ZipFile(path) as archive:
                        for inner in sorted(archive.namelist()):
                            if re.search(pattern, "/" + inner) and is_picture(name + "/" + inner):
                                yield package + "/" + inner, archive.read(inner)
                elif re.search(pattern, name[len(package):]) and is_picture(name) and not os.path.islink(path):
                    with open(path, "rb") as stream:
                        yield name, stream.read()


def is_picture(name):
    return name.lower().endswith((".jpg", ".jpeg", ".png", ".webp")) and not WITHOUT.search(name)


def opened(content):
    """BGR, reduced; what is transparent becomes grey. None where it is no picture or too small."""
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    if picture is None or min(picture.shape[:2]) < LEAST or picture.dtype != np.uint8:
        return None
    if picture.ndim == 2:
        picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
    if picture.shape[2] == 4:
        share = picture[..., 3:] / 255.0
        picture = (picture[..., :3] * share + 140 * (1 - share)).astype(np.uint8)
    scale = min(1.0, LONG / max(picture.shape[:2]))
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture


def kind_of(name):
    """Pictures of a kind are drawn as often as those of another, however many there are."""
    for kind, pattern in (("things", "tuxpaint|trigger"), ("textures", "openarena|stellarium.*(textures|scenery)"), ("sky", "stellarium|kstars")):
        if re.match(f".*({pattern})", name):
            return kind
    return "wallpapers"


def plain_pictures(work):
    """(name, RGB) of what was gathered."""
    folder = os.path.join(work, "plain")
    for file in sorted(os.listdir(folder)):
        yield file, np.ascontiguousarray(cv2.imread(os.path.join(folder, file))[:, :, ::-1])


def look(picture):
    """A thumbnail to compare pictures by."""
    small = cv2.resize(picture, (12, 12), interpolation=cv2.INTER_AREA).astype(np.float32).ravel()
    small -= small.mean()
    return small / (np.linalg.norm(small) + 1e-3)


def main():
    folder, work = sys.argv[1:3]
    target, sheets = os.path.join(work, "plain"), os.path.join(work, "plain-sheets")
    os.makedirs(target, exist_ok=True)
    os.makedirs(sheets, exist_ok=True)
    looks, kept = np.zeros((0, 432), np.float32), []
    for name, content in pictures(folder):
        picture = opened(content)
        if picture is None or picture.std() < 6:
            continue
        thumbnail = look(picture)
        if len(looks) and (looks @ thumbnail).max() > ALIKE:
            continue
        looks = np.vstack([looks, thumbnail])
        file = re.sub(r"[^A-Za-z0-9.]+", "_", os.path.splitext(name)[0]) + ".jpg"
        cv2.imwrite(os.path.join(target, file), picture, [cv2.IMWRITE_JPEG_QUALITY, 92])
        kept.append((name, cv2.resize(picture, (96, 72), interpolation=cv2.INTER_AREA)))
    for first in range(0, len(kept), 240):
        page = np.zeros((12 * 72, 20 * 96, 3), np.uint8)
        for i, (_, small) in enumerate(kept[first:first + 240]):
            page[i // 20 * 72:i // 20 * 72 + 72, i % 20 * 96:i % 20 * 96 + 96] = small
        cv2.imwrite(os.path.join(sheets, f"{first // 240:02d}.png"), page)
    with open(os.path.join(sheets, "names.txt"), "w", encoding="utf-8") as text:
        text.writelines(f"{i // 240:02d} row {i % 240 // 20} column {i % 20}: {name}\n" for i, (name, _) in enumerate(kept))
    print(len(kept), "pictures")


if __name__ == "__main__":
    main()
