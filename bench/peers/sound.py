"""Runs the peers of the sound benchmarks: one line in asks for one run, one line out gives its time as JSON.

Usage: sound.py FOLDER, with track.f32 (mono, 22,050 Hz) in FOLDER by the first request.
"""
import json
import sys
import time

try:
    import aubio
    import numpy
except ImportError as missing:
    print(f"{missing} (python3-aubio has the peer)", flush=True)
    sys.exit(0)

RATE, LENGTH, HOP = 22050, 2048, 512


def hops(track):
    return (track[at:at + HOP] for at in range(0, len(track) - HOP + 1, HOP))


def pvoc(track):
    vocoder = aubio.pvoc(LENGTH, HOP)
    for hop in hops(track):
        vocoder(hop)


def mfcc(track):
    vocoder, coefficients = aubio.pvoc(LENGTH, HOP), aubio.mfcc(LENGTH, 40, 13, RATE)
    for hop in hops(track):
        coefficients(vocoder(hop))


def yinfft(track):
    pitch = aubio.pitch("yinfft", LENGTH, HOP, RATE)
    for hop in hops(track):
        pitch(hop)


def tempo(track):
    beats = aubio.tempo("default", LENGTH, HOP, RATE)
    for hop in hops(track):
        beats(hop)


PEERS = {"aubio-pvoc": pvoc, "aubio-mfcc": mfcc, "aubio-yinfft": yinfft, "aubio-tempo": tempo}
print(f"ready aubio {aubio.version}, NumPy {numpy.__version__}, Python {sys.version.split()[0]}", flush=True)
TRACK = None
for line in sys.stdin:
    if TRACK is None:
        TRACK = numpy.fromfile(f"{sys.argv[1]}/track.f32", numpy.float32)
    cpu = time.process_time()
    start = time.perf_counter()
    PEERS[line.strip()](TRACK)
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "cpu": (time.process_time() - cpu) * 1000}), flush=True)
