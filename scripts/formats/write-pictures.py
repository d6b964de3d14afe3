"""Writes the small pictures of formats that browsers do not read, and what other programs make of them.

    python3 scripts/formats/write-pictures.py

Needs Pillow 12, libheif-examples, libjxl-tools and libtiff-tools (Debian). Goldens are Pillow's pixels, those of
heif-convert and those of djxl: R, G, B, A, deflated, in base64. All of it is committed: the tests need none of the tools.
"""

import base64
import io
import json
import pathlib
import struct
import subprocess
import tempfile
import zlib

from PIL import Image, ImageOps

OUT = pathlib.Path(__file__).parents[2] / "src/testing/pixels/formats"
WIDTH, HEIGHT = 32, 20
goldens: dict[str, dict] = {}


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def draw_smooth() -> Image.Image:
    """Colours to which lossy codings stay near."""
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.putdata([(x * 8, y * 12, (x + y) * 4) for y in range(HEIGHT) for x in range(WIDTH)])
    return picture


def draw() -> Image.Image:
    """Another colour in each corner, so that turns show."""
    picture = draw_smooth()
    for colour, at in (("red", (0, 0)), ("lime", (WIDTH - 8, 0)), ("blue", (0, HEIGHT - 8))):
        picture.paste(colour, (*at, at[0] + 8, at[1] + 8))
    return picture


def keep(name: str, seen: Image.Image, distance: int = 0):
    """Takes down what a file should come to; `distance` is how far a byte may be off."""
    pixels = seen.convert("RGBA")
    packed = base64.b64encode(zlib.compress(pixels.tobytes(), 9)).decode()
    goldens[name] = {"width": pixels.width, "height": pixels.height, "distance": distance, "rgba": packed}


rgb = draw()
alpha = Image.new("L", rgb.size)
alpha.putdata([min(255, x * 7 + y * 3) for y in range(HEIGHT) for x in range(WIDTH)])
rgba = rgb.copy()
rgba.putalpha(alpha)


def tiff16(samples: int, numbers: list[int], extra: int | None = None) -> bytes:
    """Pillow reads 16 bits a colour and writes none."""
    data = struct.pack(f"<{len(numbers)}H", *numbers)
    photometric = 2 if samples > 2 else 1
    entries = [(256, 3, 1, WIDTH), (257, 3, 1, HEIGHT), (258, 3, samples, None), (259, 3, 1, 1)]
    entries += [(262, 3, 1, photometric), (273, 4, 1, None), (277, 3, 1, samples), (278, 3, 1, HEIGHT)]
    entries += [(279, 4, 1, len(data))] + ([(338, 3, 1, extra)] if extra else [])
    behind = 8 + 2 + 12 * len(entries) + 4
    bits = struct.pack(f"<{samples}H", *[16] * samples)
    table = b""
    for tag, kind, count, value in entries:
        packed = struct.pack("<HH", value or 0, 0) if kind == 3 else struct.pack("<I", value or 0)
        if tag == 258 and samples > 2:
            packed = struct.pack("<I", behind)
        elif tag == 258:
            packed = struct.pack("<HH", 16, 0)
        elif tag == 273:
            packed = struct.pack("<I", behind + len(bits))
        table += struct.pack("<HHI", tag, kind, count) + packed
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(4) + bits + data


def write_tiffs(folder: pathlib.Path, tmp: pathlib.Path):
    def seen(name: str) -> Image.Image:
        return Image.open(folder / name)

    plain = tmp / "plain.tif"
    rgb.save(plain)
    for name, options in {
        "tiles-lzw.tif": "-t -w 16 -l 16 -c lzw:2",
        "planes-deflate.tif": "-p separate -c zip:2 -r 5",
        "big-endian-packbits.tif": "-B -c packbits -r 7",
        "bigtiff-deflate.tif": "-8 -c zip",
    }.items():
        run("tiffcp", *options.split(), plain, folder / name)
        keep(f"tiff/{name}", seen(name))
    rgba.save(folder / "alpha.tif", compression="tiff_lzw")
    rgb.convert("CMYK").save(folder / "cmyk.tif", compression="tiff_deflate")
    rgb.convert("P").save(folder / "palette.tif", compression="packbits")
    rgb.convert("1").save(folder / "one-bit.tif", compression="packbits")
    rgb.save(folder / "turned.tif", compression="tiff_lzw", tiffinfo={274: 6})
    for name in ("alpha.tif", "cmyk.tif", "palette.tif", "one-bit.tif", "turned.tif"):
        keep(f"tiff/{name}", seen(name))
    # The library repeats the colours that JPEGs store at half the size, where libjpeg smooths them.
    draw_smooth().save(plain)
    run("tiffcp", "-c", "jpeg:90", plain, folder / "jpeg.tif")
    keep("tiff/jpeg.tif", seen("jpeg.tif"), 12)
    rgb.convert("1").save(folder / "fax.tif", compression="group4")
    wide = [value * 257 for pixel in rgba.get_flattened_data() for value in pixel]
    (tmp / "wide.tif").write_bytes(tiff16(4, wide, 2))
    run("tiffcp", "-c", "lzw:2", tmp / "wide.tif", folder / "sixteen-bits.tif")
    keep("tiff/sixteen-bits.tif", seen("sixteen-bits.tif"))
    grey = [(x * 1990 + y * 111) % 65536 for y in range(HEIGHT) for x in range(WIDTH)]
    (tmp / "grey.tif").write_bytes(tiff16(1, grey))
    run("tiffcp", "-c", "zip:2", tmp / "grey.tif", folder / "sixteen-bits-grey.tif")
    # Pillow would cut all above 255 to white; this is what Chromium makes of a PNG of the same numbers.
    high = Image.new("L", rgb.size)
    high.putdata([value >> 8 for value in grey])
    keep("tiff/sixteen-bits-grey.tif", high)


def boxes(data: bytes, start: int, end: int):
    """Type, beginning and end of the boxes in a part of an ISO media file."""
    while start + 8 <= end:
        size = struct.unpack(">I", data[start : start + 4])[0]
        yield data[start + 4 : start + 8].decode(), start, start + size
        start += size


def turn_heic(data: bytes, quarters: int) -> bytes:
    """Adds the property that turns the primary item by so many quarters against the clock, as iPhones write it."""
    meta = next(box for box in boxes(data, 0, len(data)) if box[0] == "meta")
    inner = {kind: (start, end) for kind, start, end in boxes(data, meta[1] + 12, meta[2])}
    iprp = inner["iprp"]
    parts = {kind: (start, end) for kind, start, end in boxes(data, iprp[0] + 8, iprp[1])}
    ipco, ipma = parts["ipco"], parts["ipma"]
    properties = len(list(boxes(data, ipco[0] + 8, ipco[1])))
    primary = data[inner["pitm"][0] + 12 : inner["pitm"][0] + 14]
    # Entries of an item in 16 bits, and how many properties of a byte each it has, in what heif-enc writes.
    associations = ipma[0] + 18
    while data[associations - 2 : associations] != primary:
        associations += 1 + data[associations] + 2
    irot = struct.pack(">I4sB", 9, b"irot", quarters)
    grown = bytearray(data)
    grown[associations] += 1
    last = associations + 1 + data[associations]
    grown[last:last] = bytes([0x80 | (properties + 1)])
    grown[ipco[1] : ipco[1]] = irot
    for start, by in ((meta[1], 10), (iprp[0], 10), (ipco[0], 9)):
        struct.pack_into(">I", grown, start, struct.unpack_from(">I", grown, start)[0] + by)
    struct.pack_into(">I", grown, ipma[0] + 9, struct.unpack_from(">I", grown, ipma[0] + 9)[0] + 1)
    # The pixels lie ten bytes further on now.
    iloc = inner["iloc"][0]
    at, version = iloc + 16, data[iloc + 8]
    for _ in range(struct.unpack_from(">H", data, iloc + 14)[0]):
        # What lies in the box of small data has not moved.
        moved = 0 if version == 1 and data[at + 3] == 1 else 10
        at += 4 + (2 if version == 1 else 0) + (data[iloc + 13] >> 4)
        extents = struct.unpack_from(">H", data, at)[0]
        at += 2
        for _ in range(extents):
            struct.pack_into(">I", grown, at, struct.unpack_from(">I", grown, at)[0] + moved)
            at += 8
    return bytes(grown)


def write_heics(folder: pathlib.Path, tmp: pathlib.Path):
    rgb.save(tmp / "rgb.png")
    rgba.save(tmp / "rgba.png")
    exif = Image.Exif()
    exif[274] = 6
    rgb.save(tmp / "turned.jpg", quality=95, exif=exif)
    wide = tmp / "wide.png"
    for name, source, options in (
        ("plain.heic", tmp / "rgb.png", "-q 90"),
        ("alpha.heic", tmp / "rgba.png", "-q 90"),
        ("full-chroma.heic", tmp / "rgb.png", "-q 90 -p chroma=444"),
        ("ten-bits.heic", wide, "-q 90 -b 10"),
        ("exif-means-nothing.heic", tmp / "turned.jpg", "-q 90"),
    ):
        if source == wide:
            run("convert", tmp / "rgb.png", "-depth", "16", f"PNG48:{wide}")
        run("heif-enc", *options.split(), source, "-o", folder / name)
        run("heif-convert", folder / name, tmp / "seen.png")
        keep(f"heic/{name}", Image.open(tmp / "seen.png"), 2)
    (folder / "turned.heic").write_bytes(turn_heic((folder / "plain.heic").read_bytes(), 3))
    run("heif-convert", folder / "turned.heic", tmp / "seen.png")
    keep("heic/turned.heic", Image.open(tmp / "seen.png"), 2)


def write_jxls(folder: pathlib.Path, tmp: pathlib.Path):
    for name, source, options, distance in (
        ("lossless.jxl", "rgb.png", "-d 0", 0),
        ("alpha.jxl", "rgba.png", "-d 0", 0),
        ("sixteen-bits.jxl", "wide.png", "-d 0", 0),
        ("lossy.jxl", "rgb.png", "-d 1", 1),
        ("turned.jxl", "turned.jpg", "--lossless_jpeg=1", 1),
    ):
        run("cjxl", tmp / source, folder / name, *options.split())
        run("djxl", folder / name, tmp / "seen.png", "--bits_per_sample=8")
        seen = Image.open(tmp / "seen.png")
        keep(f"jxl/{name}", rgb if name == "sixteen-bits.jxl" else seen, distance)


def jpeg(picture: Image.Image, **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def write_raws(folder: pathlib.Path):
    """Laid out as cameras do, without what a sensor saw: nothing reads that here."""
    preview, thumbnail = jpeg(rgb), jpeg(rgb.resize((12, 8)))
    # A lossless frame, which no browser decodes, and larger than the preview.
    sensor = b"\xff\xd8\xff\xc3\x00\x0b\x08\x10\x00\x10\x00\x01\x01\x11\x00\xff\xd9" + bytes(range(256)) * 4

    def directory(entries, at):
        """Entries, and the offset of the next directory: none."""
        body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
        return struct.pack("<H", len(entries)) + body + struct.pack("<I", at)

    def laid_out(start: bytes, entries) -> bytes:
        head = start + directory(entries, 0)
        return head + thumbnail + sensor + preview

    turned = (274, 3, 1, 8)
    cr2 = laid_out(b"II*\0\x10\0\0\0CR\x02\0\0\0\0\0", [(256, 3, 1, WIDTH), (257, 3, 1, HEIGHT), turned])
    nef = laid_out(b"II*\0\x08\0\0\0", [(254, 4, 1, 1), (256, 3, 1, 12), (257, 3, 1, 8), turned, (330, 4, 1, 200)])
    cmt1 = b"II*\0\x08\0\0\0" + directory([turned], 0)
    box = lambda kind, content: struct.pack(">I", 8 + len(content)) + kind + content
    cr3 = box(b"ftyp", b"crx \0\0\0\1crx isom") + box(b"moov", box(b"CMT1", cmt1)) + box(b"mdat", thumbnail + preview)
    exif = Image.Exif()
    exif[274] = 3
    raf = b"FUJIFILMCCD-RAW 0201".ljust(148, b"\0") + jpeg(rgb, exif=exif) + sensor
    for name, content, turn in (("turned.cr2", cr2, 90), ("turned.nef", nef, 90), ("turned.cr3", cr3, 90), ("turned.raf", raf, 180)):
        (folder / name).write_bytes(content)
        keep(f"raw/{name}", Image.open(io.BytesIO(preview)).rotate(turn, expand=True))
    (folder / "no-preview.cr2").write_bytes(cr2[:100] + sensor)


def write_reduced(folder: pathlib.Path):
    """A JPEG that lies on its side, and what Pillow's own way to decode it at half its size comes to."""
    exif = Image.Exif()
    exif[274] = 6
    whole = jpeg(rgb, exif=exif)
    (folder / "half.jpg").write_bytes(whole)
    (folder / "progressive.jpg").write_bytes(jpeg(rgb, progressive=True))
    half = Image.open(io.BytesIO(whole))
    half.draft("RGB", (WIDTH // 2, HEIGHT // 2))
    keep("reduced/half.jpg", ImageOps.exif_transpose(half))


with tempfile.TemporaryDirectory() as made:
    for folder in ("tiff", "heic", "jxl", "raw", "reduced"):
        (OUT / folder).mkdir(parents=True, exist_ok=True)
    write_tiffs(OUT / "tiff", pathlib.Path(made))
    write_heics(OUT / "heic", pathlib.Path(made))
    write_jxls(OUT / "jxl", pathlib.Path(made))
    write_raws(OUT / "raw")
    write_reduced(OUT / "reduced")
(OUT / "goldens.json").write_text(json.dumps(goldens, indent=2) + "\n")
