import { describe, expect, it } from 'vitest'
import type { Milliseconds, UnitVector } from '../../../core/brands'
import type { Outcome } from '../../../core/errors/outcome'
import { readProject, type ProjectParts } from '../../../core/exports/project/read-project'
import { createInitialState } from '../../initial-state'
import { readArchive } from '../../../platform/pictures/read-archive'
import type { ProjectFile } from '../../../protocol/project-api'
import { normals } from '../../../testing/clouds'
import { zipOf } from '../../../testing/store/zip-of'
import type { AppState, Picture } from '../../app-state'
import { projectFiles } from '../../exports/project-files'
import { unpackProject } from './unpack-project'

const { signal } = new AbortController()

const hashOf = (i: number) => String(i).padStart(64, '0')

const vector = (seed: number) => {
  const values = Float32Array.from({ length: 8 }, (_, i) => Math.sin(seed * 7 + i))
  const length = Math.hypot(...values)
  return values.map((value) => value / length) as Float32Array as UnitVector
}

const picture = (i: number): Picture => ({
  ...{ id: `p${i}`, name: `trip/${i}.png`, isSample: false },
  file: new File([`bytes of ${i}`], `${i}.png`, { type: 'image/png', lastModified: 1000 * i }),
  phase: {
    kind: 'ready',
    facts: {
      ...{ sha256: hashOf(i), width: 4, height: 3, isShowable: true, photographic: i % 2 === 0 },
      thumbnail: new Blob([`preview ${i}`]),
      mosaic: new Uint8Array(768).fill(i),
    },
    encoded: {
      ...{ modelKey: 'model@1 fp32 recipe', kind: 'embedding', embedding: vector(i) },
      ...{ frame: { left: 0.1, top: 0, width: 0.8, height: 1 }, reducedBy: 1, time: 12.5 as Milliseconds },
    },
  },
})

/** Twelve pictures, three tags of which one is a picture, decisions, a pair that differs. */
const stateOf = (change: Partial<AppState> = {}): AppState => ({
  ...createInitialState(null),
  tags: ['car', '"boat"', 'mine'].map((text, hue) => ({
    ...{ id: `t${hue}`, text, hue, threshold: hue === 1 ? 0.25 : null },
    picture: hue === 2 ? new Blob(['a tag'], { type: 'image/png' }) : null,
  })),
  pictures: Array.from({ length: 12 }, (_, i) => picture(i)),
  marks: [
    {
      ...{ id: hashOf(0), name: 'a', yes: ['t1'], no: [] },
      encoded: { modelKey: 'model@1 fp32 recipe', embedding: vector(0) },
    },
    { ...{ id: hashOf(1), name: 'b', yes: [], no: [], none: true }, encoded: null },
    // Of no picture of the list: an example all the same.
    {
      ...{ id: hashOf(99), name: 'c', yes: ['t0'], no: ['t1'] },
      encoded: { modelKey: 'model@1 fp32 recipe', embedding: vector(99) },
    },
    { ...{ id: hashOf(2), name: 'd', yes: ['a tag that is gone'], no: [] }, encoded: null },
  ],
  differing: [{ id: 'd', sha256s: [hashOf(0), hashOf(1)] }],
  learns: true,
  ...change,
})

const filesOf = async (state: AppState, previews = true) => {
  const made = await projectFiles(state, state.pictures, previews, signal)
  if (made.kind !== 'done') throw new Error('not made')
  return new Map(made.value.map(({ path, file }) => [path, file ?? new Blob()]))
}

const packed = async (files: ReadonlyMap<string, Blob>, level = 0): Promise<File> =>
  new File([await zipOf(files, level)], 'trip.taglens')

const partsOf = ({ parts }: ProjectFile): ProjectParts => ({
  text: async (name) => (await parts.get(name)?.text()) ?? '',
  bytes: async (name) => new Uint8Array((await parts.get(name)?.arrayBuffer()) ?? new ArrayBuffer(0)),
  size: (name) => parts.get(name)?.size ?? 0,
})

const read = async (file: File) => {
  const unpacked = await unpackProject(readArchive, file, signal)
  if (unpacked.kind !== 'done') return unpacked
  return { kind: 'read' as const, ...(await readProject(partsOf(unpacked.value))) }
}

const problemOf = (outcome: Awaited<ReturnType<typeof read>>): string => {
  if (outcome.kind === 'read') return 'problem' in outcome ? outcome.problem : 'none at all'
  const refused: Outcome<unknown> = outcome
  if (refused.kind !== 'failed' || refused.error.code !== 'VALIDATION_ERROR') return refused.kind
  return 'problem' in refused.error && 'path' in refused.error.problem
    ? `${refused.error.problem.kind} ${refused.error.problem.path}`
    : 'no name'
}

/** The files with one of them written otherwise. */
const changed = async (path: string, change: (text: string) => string | Blob) => {
  const files = new Map(await filesOf(stateOf()))
  const text = (await files.get(path)?.text()) ?? ''
  return files.set(path, new Blob([change(text)]))
}

describe('a project as a file', () => {
  it('has all that was made of the pictures, vectors to the bit, and no picture', async () => {
    const files = await filesOf(stateOf())
    const outcome = await read(await packed(files))
    if (!('project' in outcome)) throw new Error(problemOf(outcome))
    const { project } = outcome
    expect(project.pictures.map(({ name, size, modified }) => [name, size, modified]).slice(0, 2)).toEqual([
      ['trip/0.png', 10, 0],
      ['trip/1.png', 10, 1000],
    ])
    expect(project.tags.map(({ text, threshold }) => [text, threshold])).toEqual([
      ['car', null],
      ['"boat"', 0.25],
      ['mine', null],
    ])
    expect(project.marks).toEqual([
      { sha256: hashOf(0), name: 'a', yes: [1], no: [], model: 0 },
      { sha256: hashOf(1), name: 'b', yes: [], no: [], none: true, model: null },
      { sha256: hashOf(99), name: 'c', yes: [0], no: [1], model: 0 },
    ])
    const [model] = project.models
    expect(model?.rows.at(-1)).toEqual({ sha256: hashOf(99), seen: null })
    expect(model?.rows[3]?.seen).toEqual({ frame: [0.1, 0, 0.8, 1], reducedBy: 1, time: 12.5 })
    expect(model?.values.slice(24, 32)).toEqual(vector(3))
    expect(project.differing).toEqual([[hashOf(0), hashOf(1)]])
    const all = await new Blob([...files.values()]).text()
    expect(all).not.toContain('bytes of 3')
    expect(all).toContain('preview 3')
  })

  it('leaves previews out where they are not wanted, and what was said of other pictures where nothing learns', async () => {
    const outcome = await read(await packed(await filesOf(stateOf({ learns: false }), false)))
    if (!('project' in outcome)) throw new Error(problemOf(outcome))
    expect(outcome.project.pictures[3]?.facts?.preview).toBe(0)
    expect(outcome.project.marks.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('is read again after another program has packed it, with things of its own', async () => {
    const files = new Map(await filesOf(stateOf())).set('.DS_Store', new Blob(['x']))
    expect(problemOf(await read(await packed(files, 9)))).toBe('none at all')
  })

  it('is refused by a name for what it is', async () => {
    const withFile = async (path: string, content: Blob = new Blob(['x'])) =>
      packed(new Map(await filesOf(stateOf())).set(path, content), 9)
    const refusal = async (path: string, change: (text: string) => string | Blob) =>
      problemOf(await read(await packed(await changed(path, change))))
    expect(problemOf(await read(await withFile('../../evil.json')))).toBe('path-hostile ../../evil.json')
    expect(problemOf(await read(await withFile('previews.bin', new Blob([new Uint8Array(60e6)]))))).toBe(
      'pack-grows previews.bin',
    )
    expect(problemOf(await read(await withFile('manifest.json', new Blob([' '.repeat(100_000)]))))).toBe(
      'project-too-large manifest.json',
    )
    expect(problemOf(await read(new File(['no archive'], 'x.taglens')))).toBe('archive-damaged x.taglens')
    const manifest = 'manifest.json'
    expect(await refusal(manifest, (text) => text.replace('"schema": 1', '"schema": 2'))).toBe('newer')
    expect(await refusal(manifest, (text) => text.replace('"pictures": 12', '"pictures": 1e9'))).toBe(
      'too-large',
    )
    expect(await refusal(manifest, (text) => text.replace('"pictures": 12', '"pictures": 11'))).toBe(
      'damaged',
    )
    expect(await refusal(manifest, (text) => text.replace('"width": 8', '"width": 7'))).toBe('damaged')
    expect(await refusal('pictures.jsonl', (text) => text.replace('"sha256"', '"__proto__"'))).toBe('damaged')
    expect(await refusal('project.json', (text) => text.replace('"scoring"', '"__proto__"'))).toBe('damaged')
    expect(await refusal('marks.jsonl', (text) => text.replace('"yes":[1]', '"yes":[3]'))).toBe('damaged')
    expect(await refusal('vectors-0.f32', () => new Blob([new Uint8Array(13 * 32)]))).toBe('damaged')
    expect(await refusal('previews.bin', (text) => text.slice(1))).toBe('damaged')
    expect(await refusal('mosaics.bin', () => 'short')).toBe('damaged')
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined()
  })

  it(
    'is a project or a refusal with a code, and never an exception, however it is mangled: 200 ways',
    { timeout: 60_000 },
    async () => {
      const files = await filesOf(stateOf())
      const whole = new Uint8Array(await (await packed(files)).arrayBuffer())
      const normal = normals(51)
      const below = (count: number) => Math.floor(Math.abs(normal() * 1e6)) % count
      const names = [...files.keys()]
      let refused = 0
      for (let i = 0; i < 200; i += 1) {
        let file: File
        if (i % 2 === 0) {
          // The archive itself: cut, and bytes of it changed.
          const bytes = whole.slice(0, i % 6 === 0 ? below(whole.length) : whole.length)
          for (let k = 0; k <= i % 5 && bytes.length > 0; k += 1) bytes[below(bytes.length)] = below(256)
          file = new File([bytes], 'trip.taglens')
        } else {
          // A part of it, in an archive that is sound.
          const name = names[(i >> 1) % names.length] ?? ''
          const bytes = new Uint8Array(await (files.get(name) ?? new Blob()).arrayBuffer())
          const cut = bytes.slice(0, i % 3 === 0 ? below(bytes.length + 1) : bytes.length)
          for (let k = 0; k <= i % 5 && cut.length > 0; k += 1) cut[below(cut.length)] = below(256)
          file = await packed(new Map(files).set(name, new Blob([cut])))
        }
        const outcome = await read(file)
        if ('project' in outcome) {
          // What is read is sound, though a name or a number is another.
          expect(outcome.project.pictures).toHaveLength(12)
          expect(outcome.project.models[0]?.values.every(Number.isFinite)).toBe(true)
        } else {
          refused += 1
          expect(problemOf(outcome)).toMatch(
            /^(none|newer|too-large|damaged)$|^(path-hostile|pack-encrypted|pack-twice|pack-grows|project-too-large|project-damaged|archive-damaged|archive-too-full) /,
          )
        }
      }
      expect(refused).toBeGreaterThan(80)
    },
  )
})
