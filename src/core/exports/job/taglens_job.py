#!/usr/bin/env python3
"""Sorts pictures by one question, or by one classifier, as it was asked in Taglens.

    python3 taglens_job.py PICTURES --out results.jsonl
    python3 taglens_job.py s3://bucket/pictures --out results.parquet --workers 8
    python3 taglens_job.py /mnt/pictures --out s3://bucket/results --format parquet --ray

Pixels are Pillow's, the vision tower runs in ONNX Runtime, and scores and rules are Taglens's own. What was asked is in
this file: no text tower is needed. Needs Python 3.8, numpy, Pillow and onnxruntime; pyarrow for Parquet, fsspec for
object storage, ray[data] for a cluster.
"""

import argparse
import base64
import hashlib
import importlib.util
import io
import json
import math
import os
import shutil
import sys
import urllib.request
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

NEEDED = "pip install numpy pillow onnxruntime"

try:
    import numpy as np
    from PIL import Image, ImageOps, UnidentifiedImageError
except ImportError as missing:
    raise SystemExit("%s is not installed: %s" % (missing.name, NEEDED))

# What is asked, as Taglens wrote it down.
JOB = json.loads(r'''__TAGLENS_JOB__''')

# The vectors that it names by row: float32 in NumPy's own format, as Base64.
VECTORS = r'''
__TAGLENS_VECTORS__
'''

ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "avif", "heic", "heif", "jxl")


def read_vectors():
    return np.load(io.BytesIO(base64.b64decode(VECTORS)), allow_pickle=False)


# Pixels


def decode(data):
    """The first frame as RGB: upright, colour profiles ignored, what is transparent over white."""
    picture = Image.open(io.BytesIO(data))
    # Browsers do not turn WebP, and the page's answers are of what they show.
    if picture.format != "WEBP":
        picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I;16") or picture.mode == "I":
        # Pillow would cut 16 bits off above 255.
        picture = Image.fromarray((np.asarray(picture, dtype=np.uint32) >> 8).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGB", picture.size, (255, 255, 255))
        white.paste(picture, mask=picture.getchannel("A"))
        return white
    return picture.convert("RGB")


def _offset(side, size):
    # torchvision: half of what is missing before the picture, rounded down; Python's round for what is over.
    return -((size - side) // 2) if side < size else round((side - size) / 2)


LONG_RATIO = 1.45
STEP = 2 / 3
MOST_CROPS = 6


def _corners(resized, fit):
    """Where crops begin: in the middle; where all of a long picture is looked at, from one end to the other."""
    view = (fit["width"], fit["height"])
    middle = tuple(_offset(side, size) for side, size in zip(resized, view))
    ratios = [side / size for side, size in zip(resized, view)]
    if JOB["recipe"].get("extent") != "whole" or max(ratios) < LONG_RATIO:
        return [middle]
    along = 0 if ratios[0] > ratios[1] else 1
    count = min(MOST_CROPS, math.ceil((max(ratios) - 1) / STEP - 1e-9) + 1)
    starts = [round((resized[along] - view[along]) * i / (count - 1)) for i in range(count)]
    return [(start, middle[1]) if along == 0 else (middle[0], start) for start in starts]


def crops(picture):
    """What the model sees of a picture, as the recipe of its preprocessing says: one crop, or several of a long one."""
    fit = JOB["recipe"]["fit"]
    width, height = picture.size
    if fit["kind"] == "crop":
        to = fit["resizeTo"]
        # Cut off and not rounded.
        long = int(to * max(width, height) / min(width, height))
        resized = (to, long) if width <= height else (long, to)
    else:
        resized = fit.get("resized") or fit
        resized = (resized["width"], resized["height"])
    filters = getattr(Image, "Resampling", Image)
    seen = picture.resize(resized, getattr(filters, JOB["recipe"]["resample"].upper()))
    # Black where the view reaches past the picture.
    return [
        seen.crop((left, top, left + fit["width"], top + fit["height"])) for left, top in _corners(resized, fit)
    ]


def to_planes(seen):
    """Planes of float32 [3, height, width], rounded after every step as float32 pipelines do."""
    recipe = JOB["recipe"]
    pixels = np.asarray(seen)
    planes = np.empty((3,) + pixels.shape[:2], np.float32)
    values = (np.arange(256) * recipe["rescale"]).astype(np.float32)
    for channel in range(3):
        table = (values - np.float32(recipe["mean"][channel])) / np.float32(recipe["std"][channel])
        source = 2 - channel if recipe.get("channels") == "bgr" else channel
        planes[channel] = table[pixels[:, :, source]]
    return planes


# Scores: `core/question/scoring` of Taglens, many pictures at a time. All sums are of 64 bits.

PICTURE_REACH = 16
MOST_NEUTRAL = 0.99
LEAST_THRESHOLD = 0.001


def _sigmoid(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def _softmax(x):
    most = x.max(axis=1, keepdims=True)
    weights = np.exp(x - most)
    return weights / weights.sum(axis=1, keepdims=True)


def _log_sum_exp(x):
    """Of each row; minus infinity of nothing."""
    if x.shape[1] == 0:
        return np.full(len(x), -np.inf)
    most = x.max(axis=1)
    return most + np.log(np.exp(x - most[:, None]).sum(axis=1))


def to_unit(embeddings):
    """Scaled to length 1, in float32."""
    wide = np.asarray(embeddings, np.float64)
    lengths = np.sqrt((wide * wide).sum(axis=1, keepdims=True))
    if not np.all(np.isfinite(lengths)) or not np.all(lengths > 0):
        raise ValueError("the model's output says nothing: NaN, infinity or a vector of zeros")
    return (wide * (1 / lengths)).astype(np.float32)


def mean_of_crops(unit, counts):
    """Of unit vectors of crops one for each picture, of which there are so many crops one after another."""
    rows = []
    for end, count in zip(np.cumsum(counts), counts):
        part = unit[end - count : end]
        mean = part.mean(axis=0, keepdims=True, dtype=np.float64).astype(np.float32)
        rows.append(part if count == 1 else to_unit(mean))
    return np.concatenate(rows)


def _cosines(a, b):
    return np.clip(np.asarray(a, np.float64) @ np.asarray(b, np.float64).T, -1, 1)


class Question:
    """Tags in words or pictures, judged by their vectors."""

    def __init__(self):
        self.vectors = read_vectors()
        self.labels = [tag["tag"] for tag in JOB["tags"]]

    def _tag_logits(self, tag, cosines, level):
        scale, bias = JOB["scoring"]["logitScale"], JOB["scoring"]["logitBias"]
        own = cosines[:, tag["vector"]]
        if tag["neutralPictures"] is not None:
            # Measured between a picture that shows nothing and the very same picture.
            rows = tag["neutralPictures"]
            of_tag = _cosines(self.vectors[[tag["vector"]]], self.vectors[rows])[0]
            most = np.concatenate([cosines[:, rows], np.tile(of_tag, (len(own), 1))], axis=1)
            neutral = np.minimum(MOST_NEUTRAL, np.maximum(0, most.max(axis=1, initial=0)))
            return level + PICTURE_REACH * (2 * (own - neutral) / (1 - neutral) - 1)
        logits = own * scale + bias
        if not tag["rivals"]:
            return logits
        rivals = cosines[:, tag["rivals"]] * scale + bias
        return 2 * logits - _log_sum_exp(np.column_stack([logits, rivals]))

    def _slack(self, tag, logits, neutral, bank):
        """By how much a tag clears its bar; infinite where it has none."""
        threshold, scoring = tag["threshold"], JOB["scoring"]
        if threshold is not None and scoring["calibrated"]:
            held = min(1 - LEAST_THRESHOLD, max(LEAST_THRESHOLD, threshold))
            least = np.log(held / (1 - held))
            if scoring["activation"] == "sigmoid":
                return logits - least
            if neutral.shape[1] > 0:
                return logits - bank - least
        margin = JOB["rules"]["noneMargin"]
        if margin is None or neutral.shape[1] == 0:
            return np.full(len(logits), np.inf)
        return logits - neutral.max(axis=1) - margin

    def judge(self, unit):
        """What is said of pictures by their unit vectors, a dictionary each."""
        tags, scoring, rules = JOB["tags"], JOB["scoring"], JOB["rules"]
        cosines = _cosines(unit, self.vectors)
        own = cosines[:, [tag["vector"] for tag in tags]]
        neutral = cosines[:, JOB["neutral"]["vectors"]] * scoring["logitScale"] + scoring["logitBias"]
        bank = _log_sum_exp(neutral)
        words = [i for i, tag in enumerate(tags) if tag["neutralPictures"] is None]
        if neutral.shape[1] > 0:
            level = neutral.max(axis=1)
        elif words:
            level = (own[:, words] * scoring["logitScale"] + scoring["logitBias"]).min(axis=1)
        else:
            level = np.full(len(unit), float(scoring["logitBias"]))
        weighed = np.column_stack([self._tag_logits(tag, cosines, level) for tag in tags])
        slack = np.column_stack(
            [self._slack(tag, weighed[:, i], neutral, bank) for i, tag in enumerate(tags)]
        )
        rejects = rules["noneMargin"] is not None and neutral.shape[1] > 0
        rest = np.array([rejects and tag["isRest"] for tag in tags])
        named = np.flatnonzero(~rest)
        logits = weighed.copy()
        rejected = np.zeros(len(unit), bool)
        best = np.full(len(unit), -np.inf)
        if len(named) > 0:
            best = weighed[:, named].max(axis=1)
            if rules["mode"] == "single":
                first = named[weighed[:, named].argmax(axis=1)]
                deciding = slack[np.arange(len(unit)), first]
            else:
                deciding = slack[:, named].max(axis=1)
            rejected = deciding < 0
            has_bar = np.isfinite(deciding)
            # What stands for the rest has the logit of the bar that the best tag had to clear.
            logits[np.ix_(has_bar, rest)] = (best - deciding)[has_bar, None]
        softmax = scoring["activation"] == "softmax"
        tempered = logits / scoring["temperature"]
        probabilities = _softmax(tempered) if softmax else _sigmoid(tempered)
        has_match = scoring["calibrated"] and (not softmax or neutral.shape[1] > 0)
        with np.errstate(invalid="ignore"):
            matches = _sigmoid(weighed - bank[:, None]) if softmax else _sigmoid(weighed)
            best_match = _sigmoid(best - bank) if softmax else _sigmoid(best)
        said = []
        for row in range(len(unit)):
            order = sorted(range(len(tags)), key=lambda i: (-logits[row, i], rest[i], i))
            best_named = next((i for i in order if not rest[i]), None)
            labels = []
            for i, tag in enumerate(tags):
                if rest[i]:
                    accepted = bool(rejected[row]) or len(named) == 0
                    match = 1 - best_match[row] if len(named) > 0 else None
                else:
                    single = i == best_named and not rejected[row]
                    accepted = single if rules["mode"] == "single" else slack[row, i] >= 0
                    match = matches[row, i]
                known = scoring["calibrated"]
                labels.append(
                    {
                        "label": tag["tag"],
                        "class_id": i,
                        "cosine": float(own[row, i]),
                        "logit": float(logits[row, i]) if known else None,
                        "probability": float(probabilities[row, i]) if known else None,
                        "match": float(match) if has_match and match is not None else None,
                        "rank": order.index(i) + 1,
                        "accepted": bool(accepted),
                    }
                )
            shares = [labels[i]["probability"] for i in order[:2]]
            margin = None
            if scoring["calibrated"] or not order:
                margin = (shares[0] if shares else 0) - (shares[1] if len(shares) > 1 else 0)
            said.append(
                {
                    "top": tags[order[0]]["tag"] if order else None,
                    "accepted": [labels[i]["label"] for i in order if labels[i]["accepted"]],
                    "rejected": bool(rejected[row]),
                    "margin": margin,
                    "labels": labels,
                }
            )
        return said


class Classifier:
    """A linear head over the vectors: a row of weights and a bias for each class."""

    def __init__(self):
        rows = read_vectors().astype(np.float64)
        self.weights, self.biases = rows[:, :-1], rows[:, -1]
        self.labels = JOB["classes"]

    def judge(self, unit):
        """What is said of pictures by their unit vectors, a dictionary each."""
        single = JOB["mode"] == "single"
        logits = np.asarray(unit, np.float64) @ self.weights.T + self.biases
        probabilities = _softmax(logits) if single else _sigmoid(logits)
        judged = range(len(self.labels)) if single else JOB["learned"]
        said = []
        for row in range(len(unit)):
            order = sorted(judged, key=lambda i: (-probabilities[row, i], i))
            answers = order[:1] if single else [i for i in order if probabilities[row, i] >= 0.5]
            labels = [
                {
                    "label": self.labels[i],
                    "class_id": i,
                    "cosine": None,
                    "logit": float(logits[row, i]),
                    "probability": float(probabilities[row, i]),
                    "match": None if single else float(probabilities[row, i]),
                    "rank": order.index(i) + 1,
                    "accepted": i in answers,
                }
                for i in sorted(judged)
            ]
            shares = [float(probabilities[row, i]) for i in order[:2]]
            said.append(
                {
                    "top": self.labels[order[0]] if order else None,
                    "accepted": [self.labels[i] for i in answers],
                    "rejected": len(labels) > 0 and not answers,
                    "margin": shares[0] - shares[1] if len(shares) > 1 else (shares[0] if shares else 0.0),
                    "labels": labels,
                }
            )
        return said


def create_judge():
    return Classifier() if JOB["kind"] == "classifier" else Question()


# The vision tower

INPUTS = ("pixel_values", "image", "images", "pixels", "input")
OUTPUTS = ("image_embeds", "image_features", "pooler_output", "image_embedding", "embeddings", "embedding", "output")


def _one_of(names, known, what):
    for name in known:
        if name in names:
            return name
    if len(names) == 1:
        return names[0]
    raise SystemExit("none of the model's %s is known: %s" % (what, ", ".join(names)))


class Tower:
    def __init__(self, file, threads, providers):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(file), options, providers=providers)
        inputs = {port.name: port for port in self.session.get_inputs()}
        port = inputs[_one_of(list(inputs), INPUTS, "inputs")]
        self.input = port.name
        self.half = port.type == "tensor(float16)"
        # Some graphs insist on how many pictures a run takes.
        self.batch = port.shape[0] if port.shape and isinstance(port.shape[0], int) else None
        self.output = _one_of([one.name for one in self.session.get_outputs()], OUTPUTS, "outputs")

    def embed(self, planes):
        """Unit vectors of pictures, a row each."""
        rows, step = [], self.batch or len(planes)
        for start in range(0, len(planes), step):
            part = np.stack(planes[start : start + step])
            count = len(part)
            if count < step:
                part = np.concatenate([part, np.zeros((step - count,) + part.shape[1:], np.float32)])
            if self.half:
                part = part.astype(np.float16)
            rows.append(self.session.run([self.output], {self.input: part})[0][:count])
        return to_unit(np.concatenate(rows))


def _sha256(file):
    digest = hashlib.sha256()
    with open(file, "rb") as stream:
        for piece in iter(lambda: stream.read(1 << 20), b""):
            digest.update(piece)
    return digest.hexdigest()


def _check(file, expected, allow_other):
    if expected is None:
        print("%s: its hash is not known, so it is not checked" % file, file=sys.stderr)
    elif _sha256(file) != expected:
        if not allow_other:
            raise SystemExit(
                "%s is not the file that Taglens had (sha256 %s); --any-model takes it all the same" % (file, expected)
            )
        print("%s is another file than Taglens had" % file, file=sys.stderr)


def obtain_model(where, allow_other):
    """The vision tower's file on this machine, downloaded where it has to be, and compared with its SHA-256."""
    files = JOB["model"]["files"]
    if where is None:
        where = JOB["model"]["url"]
    if where is None:
        raise SystemExit("say where the model is: --model PATH_OR_URL of %s" % files[0]["path"])
    local = Path(where)
    if "://" in where:
        key = files[0]["sha256"] or hashlib.sha256(where.encode()).hexdigest()
        folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "taglens" / key
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            name = file["path"].rsplit("/", 1)[-1]
            if (folder / name).exists():
                continue
            url = where if file is files[0] else where.rsplit("/", 1)[0] + "/" + name
            print("downloading %s" % url, file=sys.stderr)
            part = folder / (name + ".%d.part" % os.getpid())
            with open_anywhere(url, "rb") as source, open(part, "wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            _check(part, file["sha256"], allow_other)
            part.replace(folder / name)
        local = folder / files[0]["path"].rsplit("/", 1)[-1]
    if not local.is_file():
        raise SystemExit("there is no model at %s" % local)
    for file in files:
        beside = local if file is files[0] else local.parent / file["path"].rsplit("/", 1)[-1]
        _check(beside, file["sha256"], allow_other)
    return local


# Files, here or in object storage


def _fsspec():
    try:
        import fsspec
    except ImportError:
        raise SystemExit("object storage needs fsspec: pip install fsspec, with s3fs or gcsfs beside it")
    return fsspec


def open_anywhere(path, mode):
    if path.startswith(("http://", "https://")) and mode == "rb":
        return urllib.request.urlopen(path)
    if "://" in path:
        return _fsspec().open(path, mode).open()
    return open(path, mode)


def list_pictures(root):
    """Paths of the pictures under a folder or an address of object storage, in order; of one file, that file."""
    if "://" in root:
        system, path = _fsspec().core.url_to_fs(root)
        found = [path] if system.isfile(path) else system.find(path)
        return sorted(system.unstrip_protocol(one) for one in found if one.lower().rsplit(".", 1)[-1] in ENDINGS)
    if os.path.isfile(root):
        return [root]
    if not os.path.isdir(root):
        raise SystemExit("there is no folder %s" % root)
    found = []
    for folder, _, names in os.walk(root):
        found += [os.path.join(folder, name) for name in names if name.lower().rsplit(".", 1)[-1] in ENDINGS]
    return sorted(found)


# The work


class Sorter:
    """Reads, encodes and judges pictures, some at a time. A picture that cannot be read has an error and no labels."""

    def __init__(self, model, threads=0, providers=("CPUExecutionProvider",)):
        self.judge = create_judge()
        self.tower = Tower(model, threads, list(providers))

    def sort(self, paths):
        rows, planes, counts, read = [], [], [], []
        for path in paths:
            row = {"path": path, "sha256": None, "width": None, "height": None, "error": None}
            row.update(top=None, accepted=[], rejected=False, margin=None, labels=[])
            rows.append(row)
            try:
                with open_anywhere(path, "rb") as stream:
                    data = stream.read()
                row["sha256"] = hashlib.sha256(data).hexdigest()
                picture = decode(data)
                row["width"], row["height"] = picture.size
                seen = [to_planes(one) for one in crops(picture)]
                planes += seen
                counts.append(len(seen))
                read.append(row)
            except UnidentifiedImageError:
                row["error"] = "UnidentifiedImageError: Pillow knows no such picture"
            except Exception as error:  # whatever a decoder throws at one file, the others go on
                row["error"] = "%s: %s" % (type(error).__name__, error)
        if planes:
            for row, said in zip(read, self.judge.judge(mean_of_crops(self.tower.embed(planes), counts))):
                row.update(said)
        return rows


def arrow_schema():
    import pyarrow as pa

    label = pa.struct(
        [
            ("label", pa.string()),
            ("class_id", pa.int32()),
            *[(name, pa.float64()) for name in ("cosine", "logit", "probability", "match")],
            ("rank", pa.int32()),
            ("accepted", pa.bool_()),
        ]
    )
    texts = [(name, pa.string()) for name in ("path", "sha256", "error", "top")]
    sides = [("width", pa.int32()), ("height", pa.int32())]
    rest = [("accepted", pa.list_(pa.string())), ("rejected", pa.bool_()), ("margin", pa.float64())]
    return pa.schema(texts + sides + rest + [("labels", pa.list_(label))])


class JsonLines:
    def __init__(self, path):
        self.stream = sys.stdout.buffer if path == "-" else open_anywhere(path, "wb")

    def write(self, rows):
        for row in rows:
            self.stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogateescape") + b"\n")
        self.stream.flush()

    def close(self):
        if self.stream is not sys.stdout.buffer:
            self.stream.close()


class Parquet:
    def __init__(self, path):
        import pyarrow.parquet

        self.stream = open_anywhere(path, "wb")
        self.writer = pyarrow.parquet.ParquetWriter(self.stream, arrow_schema())

    def write(self, rows):
        import pyarrow

        self.writer.write_table(pyarrow.Table.from_pylist(rows, schema=arrow_schema()))

    def close(self):
        self.writer.close()
        self.stream.close()


_sorter = None


def _start(*args):
    global _sorter
    _sorter = Sorter(*args)


def _sort(paths):
    return _sorter.sort(paths)


def run_here(paths, out, form, batch, workers, model, providers):
    """In this process, or in several beside it. Results come in the order of the paths."""
    batches = [paths[start : start + batch] for start in range(0, len(paths), batch)]
    threads = max(1, (os.cpu_count() or 1) // workers)
    file = Parquet(out) if form == "parquet" else JsonLines(out)
    done = failed = 0
    try:
        if workers == 1:
            _start(model, threads, providers)
            results = map(_sort, batches)
        else:
            pool = ProcessPoolExecutor(workers, initializer=_start, initargs=(model, threads, providers))
            results = pool.map(_sort, batches)
        for rows in results:
            file.write(rows)
            done += len(rows)
            failed += sum(row["error"] is not None for row in rows)
            print("\r%d of %d pictures" % (done, len(paths)), end="", file=sys.stderr)
    finally:
        file.close()
    print("\n%d could not be read" % failed if failed else "", file=sys.stderr)


def run_on_ray(paths, out, form, batch, workers, model, providers, allow_other):
    """On a cluster, with Ray Data: a model for each worker, results in a folder of files."""
    import pyarrow
    import ray

    gpu = any("CUDA" in provider or "Tensorrt" in provider for provider in providers)

    class Actor:
        def __init__(self):
            # Each machine has the model under its own cache, or under the path that all of them share.
            self.sorter = Sorter(obtain_model(model, allow_other), 1, providers)

        def __call__(self, table):
            rows = self.sorter.sort(table.column("path").to_pylist())
            return pyarrow.Table.from_pylist(rows, schema=arrow_schema())

    sorted_rows = ray.data.from_items([{"path": path} for path in paths]).map_batches(
        Actor,
        batch_size=batch,
        batch_format="pyarrow",
        concurrency=workers,
        num_cpus=0 if gpu else 1,
        num_gpus=1 if gpu else 0,
    )
    if form == "parquet":
        sorted_rows.write_parquet(out)
    else:
        sorted_rows.write_json(out)


def main():
    about = "%s, asked of %s (%s)" % (
        "A classifier of " + ", ".join(JOB["classes"]) if JOB["kind"] == "classifier" else "A question",
        JOB["model"]["id"],
        JOB["model"]["dtype"],
    )
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pictures", help="a folder, a picture, or an address of object storage (s3://bucket/folder)")
    parser.add_argument("--out", default="-", help="the file of results; with --ray a folder (default: the terminal)")
    parser.add_argument("--format", choices=["jsonl", "parquet"], help="default: as --out ends, else jsonl")
    parser.add_argument("--model", help="path or URL of the vision tower (default: %s)" % JOB["model"]["url"])
    parser.add_argument("--any-model", action="store_true", help="take a model file whose SHA-256 is another")
    parser.add_argument("--batch", type=int, default=16, help="pictures in one run of the model (default: 16)")
    parser.add_argument("--workers", type=int, default=1, help="processes, or Ray's actors (default: 1)")
    parser.add_argument("--provider", action="append", help="of ONNX Runtime, e.g. CUDAExecutionProvider; CPU last")
    parser.add_argument("--ray", action="store_true", help="on a cluster, with Ray Data's map_batches")
    parser.add_argument("--overwrite", action="store_true", help="write over results that are there")
    args = parser.parse_args()
    if args.batch < 1 or args.workers < 1:
        parser.error("--batch and --workers take 1 or more")
    form = args.format or ("parquet" if args.out.endswith(".parquet") else "jsonl")
    if args.out == "-" and (form == "parquet" or args.ray):
        parser.error("say where the results go: --out")
    if args.out != "-" and os.path.exists(args.out) and not args.overwrite:
        parser.error("%s is there already; --overwrite writes over it" % args.out)
    providers = (args.provider or []) + ["CPUExecutionProvider"]
    paths = list_pictures(args.pictures)
    if not paths:
        raise SystemExit("no pictures in %s" % args.pictures)
    if args.ray:
        run_on_ray(paths, args.out, form, args.batch, args.workers, args.model, providers, args.any_model)
    else:
        # Before the model, which may be a long download.
        if importlib.util.find_spec("onnxruntime") is None:
            raise SystemExit("onnxruntime is not installed: %s" % NEEDED)
        model = obtain_model(args.model, args.any_model)
        run_here(paths, args.out, form, args.batch, args.workers, model, providers)


if __name__ == "__main__":
    main()
