import { describe, expect, it } from 'vitest'
import { labelTable } from '../label-table'
import type { ExportShape } from './export-shape'
import { exportShapes, type ShapeOptions } from './export-shapes'
import { labelsOf, type LabelledPicture, type SaidLabel } from './labelled-picture'

const options: ShapeOptions = { sidecars: 'name.ext.xmp', existingSidecars: [] }

const picture = (
  path: string,
  labels: readonly SaidLabel[],
  change: Partial<LabelledPicture> = {},
): LabelledPicture => ({
  path,
  sha256: 'a'.repeat(64),
  size: { width: 4, height: 3 },
  state: 'read',
  labels,
  source: labels[0]?.source ?? 'model',
  ...change,
})
const decided = (label: string): SaidLabel => ({ label, confidence: null, source: 'person' })
const answered = (label: string, confidence: number | null): SaidLabel => ({
  label,
  confidence,
  source: 'model',
})

/** The files of a layout, texts whole. */
const filesOf = (shape: ExportShape, pictures: readonly LabelledPicture[]) => {
  const files = [...pictures.flatMap((one) => shape.add(one)), ...shape.end()]
  return new Map(files.map(({ path, content }) => [path, content === 'picture' ? content : content.join('')]))
}

describe('whose labels count', () => {
  const answers = [{ label: 'car', confidence: 0.9 }]
  it('is the person’s where they have decided, else the model’s', () => {
    expect(labelsOf({ decided: ['dog'], answered: answers }, 'decided-first')).toEqual({
      labels: [decided('dog')],
      source: 'person',
    })
    expect(labelsOf({ decided: null, answered: answers }, 'decided-first')).toEqual({
      labels: [answered('car', 0.9)],
      source: 'model',
    })
  })

  it('leaves pictures out that are not decided where only decisions count; none is a decision', () => {
    expect(labelsOf({ decided: null, answered: answers }, 'decided-only')).toBeNull()
    expect(labelsOf({ decided: [], answered: answers }, 'decided-only')).toEqual({
      labels: [],
      source: 'person',
    })
  })

  it('is no one’s where nothing is said', () => {
    expect(labelsOf({ decided: null, answered: null }, 'decided-first')).toEqual({ labels: [], source: null })
  })
})

describe('a table of labels', () => {
  it('has a row a label, one for none, and none where nothing is said', () => {
    const rows = labelTable([
      picture('a.png', [answered('car', 0.75), answered('red, "old"', 0.25)]),
      picture('b.png', [decided('dog')]),
      picture('c.png', [], { source: 'person' }),
      picture('d.png', [], { source: null }),
    ])
    const sha256 = 'a'.repeat(64)
    expect([...rows].join('')).toBe(
      [
        'path,class,confidence,source,sha256',
        `a.png,car,0.75,model,${sha256}`,
        `a.png,"red, ""old""",0.25,model,${sha256}`,
        `b.png,dog,,person,${sha256}`,
        `c.png,,,person,${sha256}`,
        '',
      ].join('\r\n'),
    )
  })
})

describe('an ImageFolder', () => {
  it('has class folders, and a line for each picture that begins with its file', () => {
    const files = filesOf(exportShapes.imagefolder(), [
      picture('one/1.png', [answered('car', 0.5), answered('red', 0.4)]),
      picture('two/1.PNG', [decided('car')]),
      picture('3.png', []),
      picture('photo.png', [], { source: null }),
      picture('broken.png', [], { state: 'unread', size: null }),
    ])
    expect([...files.keys()]).toEqual([
      ...['car/1.png', 'car/1 (2).PNG', '_none/3.png', '_unanswered/photo.png', 'metadata.jsonl'],
    ])
    const lines = files.get('metadata.jsonl')?.trimEnd().split('\n') ?? []
    expect(lines[0]).toMatch(/^\{"file_name":"car\/1\.png","label":"car","labels":\["car","red"\]/)
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map(({ label, source, name }) => [label, source, name])).toEqual([
      ['car', 'model', 'one/1.png'],
      ['car', 'person', 'two/1.PNG'],
      [null, 'model', '3.png'],
      [null, null, 'photo.png'],
    ])
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1)
  })
})

describe('a FiftyOne data set', () => {
  const read = (pictures: readonly LabelledPicture[]) => {
    const files = filesOf(exportShapes.fiftyone(), pictures)
    return {
      paths: [...files.keys()],
      ...(JSON.parse(files.get('labels.json') ?? '') as {
        classes: readonly string[]
        labels: Readonly<Record<string, unknown>>
      }),
    }
  }

  it('names classes by place, and keeps files apart that differ in their endings alone', () => {
    const { paths, classes, labels } = read([
      picture('a.png', [answered('car', 0.5)]),
      picture('a.jpg', [decided('dog')]),
      picture('b.png', []),
    ])
    expect(paths).toEqual(['data/a.png', 'data/a (2).jpg', 'data/b.png', 'labels.json'])
    expect(classes).toEqual(['car', 'dog'])
    expect(labels).toEqual({
      a: { label: 0, confidence: 0.5, attributes: { source: 'model' } },
      'a (2)': { label: 1, attributes: { source: 'person' } },
      b: null,
    })
  })

  it('has lists throughout once a picture has several labels', () => {
    const { labels } = read([
      picture('a.png', [answered('car', 0.5), answered('red', 0.5)]),
      picture('b.png', [decided('dog')]),
    ])
    expect(Object.values(labels).map((said) => Array.isArray(said))).toEqual([true, true])
  })

  it('takes no name of a file for anything else', () => {
    const { labels } = read([picture('__proto__.png', [decided('dog')])])
    expect(Object.keys(labels)).toEqual(['__proto__'])
  })
})

describe('a COCO data set', () => {
  it('has a box around all of the picture for each label, and only pictures of a known size', () => {
    const files = filesOf(exportShapes.coco(), [
      picture('a.png', [answered('car', 0.5), decided('red')]),
      picture('b.png', [], { size: null }),
    ])
    const { images, annotations, categories } = JSON.parse(files.get('labels.json') ?? '') as Record<
      string,
      readonly Record<string, unknown>[]
    >
    expect(images).toMatchObject([{ id: 1, file_name: 'a.png', width: 4, height: 3 }])
    expect(annotations).toMatchObject([
      { id: 1, image_id: 1, category_id: 1, bbox: [0, 0, 4, 3], area: 12, iscrowd: 0, score: 0.5 },
      { id: 2, image_id: 1, category_id: 2, source: 'person' },
    ])
    expect(categories?.map(({ id, name }) => [id, name])).toEqual([
      [1, 'car'],
      [2, 'red'],
    ])
  })
})

describe('sidecars', () => {
  const pathsOf = (change: Partial<ShapeOptions>, ...paths: string[]) => {
    const shape = exportShapes.xmp({ ...options, ...change })
    const pictures = paths.map((path) => picture(path, [decided('car')]))
    return { paths: [...filesOf(shape, pictures).keys()], left: shape.left }
  }

  it('lie beside their pictures, called as the person’s programs call them', () => {
    expect(pathsOf({}, 'day 1/a.jpg', 'b').paths).toEqual(['day 1/a.jpg.xmp', 'b.xmp'])
    expect(pathsOf({ sidecars: 'name.xmp' }, 'day.1/a.b.jpg', 'day.1/b').paths).toEqual([
      'day.1/a.b.xmp',
      'day.1/b.xmp',
    ])
  })

  it('are of what is decided alone', () => {
    const shape = exportShapes.xmp(options)
    expect(shape.add(picture('a.jpg', [answered('car', 1)]))).toEqual([])
    expect(shape.add(picture('b.jpg', [], { source: 'person' }))).toEqual([])
  })

  it('leave one that is there, or another picture’s, and list it', () => {
    const existing = pathsOf({ existingSidecars: ['A.jpg.XMP'] }, 'Holiday/a.jpg', 'b.jpg')
    expect(existing.left).toEqual(['Holiday/a.jpg.xmp'])
    expect(existing.paths).toEqual(['b.jpg.xmp', 'left-as-they-are.txt'])
    const twice = pathsOf({ sidecars: 'name.xmp' }, 'a.jpg', 'a.cr2')
    expect(twice.left).toEqual(['a.xmp'])
  })

  it('stay within the folder that they are unpacked to', () => {
    expect(pathsOf({}, '/etc/../a.jpg', '..\\b.jpg').paths).toEqual(['etc/a.jpg.xmp', 'b.jpg.xmp'])
  })
})
