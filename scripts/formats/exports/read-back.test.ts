import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  exportShapes,
  type ShapeKind,
  type ShapeOptions,
} from '../../../src/core/exports/shapes/export-shapes.ts'
import type { LabelledPicture, SaidLabel } from '../../../src/core/exports/shapes/labelled-picture.ts'
import { hasExifTool, hasPython, pythonJson } from './python.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'taglens-exports-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const TAGS = ['car | automobile', 'a "good" & <plain> tag', 'قطة', 'a/b', '🐈 cat']

const said = (label: string, i: number): SaidLabel =>
  i % 2 === 0 ? { label, confidence: null, source: 'person' } : { label, confidence: 0.25, source: 'model' }

const pictures = Array.from({ length: 12 }, (_, i): LabelledPicture => {
  const labels = i % 5 === 4 ? [] : [said(TAGS[i % 5] ?? '', i)]
  return {
    path: `set ${i % 2}/pict ${i % 3}.png`,
    sha256: String(i).padStart(64, '0'),
    size: { width: 5 + i, height: 7 },
    state: 'read',
    labels,
    source: labels[0]?.source ?? 'model',
  }
})

/** A PNG of each picture's size, by Pillow. */
const DRAW = `
import sys, json
from PIL import Image
for place, width, height in json.loads(sys.argv[1]):
    Image.new("RGB", (width, height), (width, 0, 0)).save(place, "PNG")
print("null")
`

/** Unpacks a layout into a folder, as the archive would be. */
const unpack = (kind: ShapeKind, options: Partial<ShapeOptions> = {}): string => {
  const root = path.join(folder, kind)
  const shape = exportShapes[kind]({ sidecars: 'name.ext.xmp', existingSidecars: [], ...options })
  const drawn: (readonly [string, number, number])[] = []
  const write = (file: string, pieces: readonly string[]) => {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, pieces.join(''))
  }
  for (const picture of pictures)
    for (const { path: place, content } of shape.add(picture)) {
      const file = path.join(root, place)
      write(file, content === 'picture' ? [] : content)
      if (content === 'picture') drawn.push([file, picture.size?.width ?? 1, picture.size?.height ?? 1])
    }
  for (const { path: place, content } of shape.end())
    write(path.join(root, place), content === 'picture' ? [] : content)
  if (drawn.length > 0) pythonJson(DRAW, JSON.stringify(drawn))
  return root
}

const hasPillow = hasPython('PIL', 'numpy')

describe.skipIf(!hasPillow)('another program reads', () => {
  it('an ImageFolder by its lines, and by its folders', () => {
    const READ = `
import sys, json, pathlib
from PIL import Image
root = pathlib.Path(sys.argv[1])
rows = [json.loads(line) for line in (root / "metadata.jsonl").read_text("utf-8").splitlines()]
assert all(next(iter(row)) == "file_name" for row in rows)
files = {str(p.relative_to(root).as_posix()) for p in root.rglob("*.png")}
assert files == {row["file_name"] for row in rows}
print(json.dumps([[row["label"], row["name"], Image.open(root / row["file_name"]).size[0], row["file_name"].split("/")[0]] for row in rows]))
`
    const rows = pythonJson(READ, unpack('imagefolder')) as readonly (readonly unknown[])[]
    expect(rows.map((row) => row.slice(0, 3))).toEqual(
      pictures.map(({ labels, path: name, size }) => [labels[0]?.label ?? null, name, size?.width]),
    )
    const folders = new Map(rows.map(([label, , , into]) => [label, into]))
    expect(new Set(folders.values()).size).toBe(folders.size)
  })

  it('a FiftyOne data set as it is documented', () => {
    const READ = `
import sys, json, pathlib
root = pathlib.Path(sys.argv[1])
said = json.loads((root / "labels.json").read_text("utf-8"))
classes, labels = said["classes"], said["labels"]
assert all(isinstance(name, str) for name in classes) and len(set(classes)) == len(classes)
by_uuid = {p.stem: p for p in (root / "data").iterdir()}
assert set(by_uuid) == set(labels) and len(by_uuid) == len(list((root / "data").iterdir()))
def target(t):
    if t is None: return None
    assert set(t) <= {"label", "confidence", "attributes"} and isinstance(t["label"], int)
    assert 0 <= t.get("confidence", 0) <= 1
    return classes[t["label"]]
from PIL import Image
print(json.dumps(sorted([Image.open(by_uuid[u]).size[0], target(t)] for u, t in labels.items())))
`
    expect(pythonJson(READ, unpack('fiftyone'))).toEqual(
      pictures.map(({ size, labels }) => [size?.width, labels[0]?.label ?? null]),
    )
  })

  it('a COCO data set with boxes around whole pictures', () => {
    const READ = `
import sys, json, pathlib
from PIL import Image
root = pathlib.Path(sys.argv[1])
said = json.loads((root / "labels.json").read_text("utf-8"))
names = {c["id"]: c["name"] for c in said["categories"]}
images = {i["id"]: i for i in said["images"]}
assert len({a["id"] for a in said["annotations"]}) == len(said["annotations"])
for i in images.values():
    assert Image.open(root / "data" / i["file_name"]).size == (i["width"], i["height"])
for a in said["annotations"]:
    i = images[a["image_id"]]
    assert a["bbox"] == [0, 0, i["width"], i["height"]] and a["area"] == i["width"] * i["height"]
print(json.dumps([[images[a["image_id"]]["name"], names[a["category_id"]]] for a in said["annotations"]]))
`
    expect(pythonJson(READ, unpack('coco'))).toEqual(
      pictures.flatMap(({ path: name, labels }) => labels.map(({ label }) => [name, label])),
    )
  })
})

describe.skipIf(!hasExifTool())('ExifTool reads a sidecar', () => {
  it('with its keywords, those filed under Taglens too', () => {
    const root = unpack('xmp')
    const out = execFileSync(
      'exiftool',
      ['-j', '-r', '-ext', 'xmp', '-Subject', '-HierarchicalSubject', root],
      {
        encoding: 'utf8',
      },
    )
    const read = JSON.parse(out) as readonly {
      readonly SourceFile: string
      readonly Subject: string | readonly string[]
      readonly HierarchicalSubject: string | readonly string[]
    }[]
    const keywords = new Map([
      ['car | automobile', 'car'],
      ...TAGS.slice(1).map((tag) => [tag, tag] as const),
    ])
    const first = new Map<string, string>()
    for (const { path: name, labels } of pictures)
      for (const { label, source } of labels)
        if (source === 'person' && !first.has(name)) first.set(name, keywords.get(label) ?? '')
    const byPath = new Map(read.map((one) => [path.relative(root, one.SourceFile), one]))
    expect(byPath.size).toBe(first.size)
    for (const [name, keyword] of first)
      expect(byPath.get(`${name}.xmp`)).toMatchObject({
        Subject: keyword,
        HierarchicalSubject: `Taglens|${keyword}`,
      })
  })
})
