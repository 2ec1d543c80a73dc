#!/usr/bin/env python3
"""Writes the sizes and SHA-256 sums of a model's files into its model.json, after training has changed them.

    python3 training/manifest.py models/face-expression
"""
import hashlib
import json
import os
import sys

folder = sys.argv[1]
manifest = os.path.join(folder, "model.json")
with open(manifest, encoding="utf-8") as file:
    model = json.load(file)
for entry in model["files"]:
    with open(os.path.join(folder, entry["path"]), "rb") as file:
        content = file.read()
    entry["bytes"], entry["sha256"] = len(content), hashlib.sha256(content).hexdigest()
with open(manifest + ".new", "w", encoding="utf-8") as file:
    json.dump(model, file, ensure_ascii=False, indent=2)
    file.write("\n")
os.replace(manifest + ".new", manifest)
