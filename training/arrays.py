"""Writes named arrays in the safetensors layout, which the program reads."""
import json
import os
import struct

import numpy as np


def write(path, arrays, notes):
    """Writes float32 arrays and notes (text to text) into a file, whole or not at all."""
    header, values, at = {"__metadata__": notes}, [], 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array, np.float32).tobytes()
        header[name] = {"dtype": "F32", "shape": list(np.shape(array)), "data_offsets": [at, at + len(data)]}
        values.append(data)
        at += len(data)
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    with open(path + ".new", "wb") as file:
        file.write(struct.pack("<Q", len(head)) + head + b"".join(values))
    os.replace(path + ".new", path)
