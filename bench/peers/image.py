"""Runs the peers of the imaging benchmarks: one line in asks for one run, one line out gives its time and quality as JSON.

Usage: image.py FOLDER, with photo.rgb, photo.txt, lab512.f32 and lab1024.f32 in FOLDER.
"""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
try:
    import cv2
    import numpy
    import sklearn
    from sklearn.cluster import KMeans
except ImportError as missing:
    print(f"{missing} (python3-opencv and python3-sklearn have the peers)", flush=True)
    sys.exit(0)

FOLDER = sys.argv[1]
WIDTH, HEIGHT = (int(n) for n in open(f"{FOLDER}/photo.txt").read().split())
PHOTO = numpy.fromfile(f"{FOLDER}/photo.rgb", numpy.uint8).reshape(HEIGHT, WIDTH, 3)
LAB = {size: numpy.fromfile(f"{FOLDER}/lab{size}.f32", numpy.float32).reshape(-1, 3) for size in (512, 1024)}


def cv2_kmeans(size, passes, eps, attempts):
    points = LAB[int(size)]
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, int(passes), float(eps))
    inertia, _, _ = cv2.kmeans(points, 8, None, stop, int(attempts), cv2.KMEANS_PP_CENTERS)
    return inertia / len(points)


def sklearn_kmeans(size, passes):
    points = LAB[int(size)]
    return KMeans(8, n_init=1, max_iter=int(passes), random_state=0).fit(points).inertia_ / len(points)


def cv2_resize(long_side):
    scale = int(long_side) / max(WIDTH, HEIGHT)
    cv2.resize(PHOTO, (round(WIDTH * scale), round(HEIGHT * scale)), interpolation=cv2.INTER_AREA)


PEERS = {"cv2-kmeans": cv2_kmeans, "sklearn-kmeans": sklearn_kmeans, "cv2-resize": cv2_resize}
print(f"ready OpenCV {cv2.__version__} ({cv2.getNumThreads()} threads), scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, Python {sys.version.split()[0]}", flush=True)
for line in sys.stdin:
    name, *arguments = line.split()
    # A new seed each time, as a user has it: the median then shows the usual optimum, not a lucky one.
    cv2.setRNGSeed(time.perf_counter_ns() & 0x7FFFFFFF)
    cpu = time.process_time()
    start = time.perf_counter()
    quality = PEERS[name](*arguments)
    answer = {"ms": (time.perf_counter() - start) * 1000, "cpu": (time.process_time() - cpu) * 1000}
    if quality is not None:
        answer["quality"] = quality
    print(json.dumps(answer), flush=True)
