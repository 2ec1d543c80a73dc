"""Runs the peer of the search benchmarks, faiss: one line in asks for one run, one line out gives its time as JSON.

Usage: match.py FOLDER, with base.f32, query.f32 (rows of 64 values of length 1) and rows.txt in FOLDER by the first request.
A request is "flat ROWS": exact search of every query, one after the other, among the first ROWS rows, on one thread; its quality is the
milliseconds that 95 of 100 queries took at most. After the first run of a size the 20 nearest of each query lie in truth-ROWS.i32.
"""
import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
try:
    import faiss
    import numpy
except ImportError as missing:
    print(f"{missing} (python3-faiss has the peer)", flush=True)
    sys.exit(0)

DIMENSION, NEAREST = 64, 20
faiss.omp_set_num_threads(1)
print(f"ready faiss {faiss.__version__} ({faiss.get_compile_options().strip()}), NumPy {numpy.__version__}, Python {sys.version.split()[0]}", flush=True)
INDEXES = {}


def read(name):
    return numpy.fromfile(f"{sys.argv[1]}/{name}", numpy.float32).reshape(-1, DIMENSION)


for line in sys.stdin:
    rows = int(line.split()[1])
    if rows not in INDEXES:
        INDEXES[rows] = faiss.IndexFlatIP(DIMENSION)
        INDEXES[rows].add(read("base.f32")[:rows])
    queries = read("query.f32")
    cpu, times, found = time.process_time(), [], []
    for i in range(len(queries)):
        start = time.perf_counter()
        found.append(INDEXES[rows].search(queries[i:i + 1], NEAREST)[1][0])
        times.append((time.perf_counter() - start) * 1000)
    cpu = (time.process_time() - cpu) * 1000
    numpy.array(found, "<i4").tofile(f"{sys.argv[1]}/truth-{rows}.i32")
    print(json.dumps({"ms": sum(times), "cpu": cpu, "quality": float(numpy.quantile(times, 0.95))}), flush=True)
