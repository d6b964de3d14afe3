import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import {
  modelParts,
  projectLine,
  projectManifest,
  projectTexts,
  toNumberBytes,
  type ProjectMark,
  type ProjectPicture,
  type ProjectRow,
} from '../../core/exports/project/project-file'
import { encodingValues, joinRows } from '../../core/model/picture-encoding'
import { nextTurn } from '../../protocol/next-turn'
import type { PackedFile } from '../../protocol/store-api'
import type { AppState, Picture } from '../app-state'

/** Pictures that are gone through before the page answers again. */
const AT_ONCE = 200

/** Texts or bytes that lie outside of the page's heap, some in a blob each. */
const createPile = () => {
  const blobs: Blob[] = []
  let parts: BlobPart[] = []
  const settle = () => {
    if (parts.length > 0) blobs.push(new Blob(parts))
    parts = []
  }
  return {
    add: (part: BlobPart) => {
      parts.push(part)
    },
    settle,
    all: () => {
      settle()
      return new Blob(blobs)
    },
  }
}

/** What one model has made of pictures, row after row. */
const createModelPile = (key: string, kind: 'embedding' | 'classes', width: number) => {
  const [rows, numbers] = [createPile(), createPile()]
  const known = new Set<string>()
  let values: Float32Array[] = []
  const settle = () => {
    if (values.length > 0) numbers.add(toNumberBytes(joinRows(values)))
    values = []
    rows.settle()
    numbers.settle()
  }
  return {
    settle,
    has: (sha256: string) => known.has(sha256),
    add: (row: ProjectRow, of: Float32Array) => {
      if (known.has(row.sha256) || of.length !== width) return
      known.add(row.sha256)
      rows.add(projectLine(row))
      values.push(of)
    },
    end: () => {
      settle()
      return { facts: { key, kind, width, rows: known.size }, rows: rows.all(), values: numbers.all() }
    },
  }
}

type Piles = ReturnType<typeof createPiles>

const createPiles = () => {
  const models = new Map<string, ReturnType<typeof createModelPile>>()
  return {
    pictures: createPile(),
    previews: createPile(),
    mosaics: createPile(),
    marks: createPile(),
    models,
    modelOf: (key: string, kind: 'embedding' | 'classes', width: number) => {
      const pile = models.get(key) ?? createModelPile(key, kind, width)
      models.set(key, pile)
      return pile
    },
  }
}

const addPicture = (piles: Piles, { name, file, absent, phase }: Picture, previews: boolean) => {
  const { facts } = phase
  const preview = facts && previews ? facts.thumbnail : null
  const line: ProjectPicture = {
    ...{ name, type: file.type, size: absent?.size ?? file.size },
    modified: absent ? absent.modified : file instanceof File ? file.lastModified : null,
    facts: facts && {
      ...{ sha256: facts.sha256, width: facts.width, height: facts.height },
      ...{ isShowable: facts.isShowable, photographic: facts.photographic },
      ...{ preview: preview?.size ?? 0, mosaic: facts.mosaic !== undefined },
    },
  }
  piles.pictures.add(projectLine(line))
  if (preview) piles.previews.add(preview)
  if (facts?.mosaic) piles.mosaics.add(facts.mosaic)
  if (phase.kind !== 'ready') return
  const { encoded } = phase
  const { left, top, width, height } = encoded.frame
  const { reducedBy, time } = encoded
  const values = encodingValues(encoded)
  piles
    .modelOf(encoded.modelKey, encoded.kind, values.length)
    .add({ sha256: phase.facts.sha256, seen: { frame: [left, top, width, height], reducedBy, time } }, values)
}

/** What was said of a picture, by places of tags; `null` where none of these is there any longer. */
const toMark = (
  { id, name, yes, no, apart, none, group, encoded }: AppState['marks'][number],
  places: ReadonlyMap<string, number>,
  piles: Piles,
): ProjectMark | null => {
  const placesOf = (ids: readonly string[]) => ids.flatMap((tag) => places.get(tag) ?? [])
  const said = { yes: placesOf(yes), no: placesOf(no) }
  if (said.yes.length + said.no.length === 0 && !none) return null
  const pile = encoded && piles.modelOf(encoded.modelKey, 'embedding', encoded.embedding.length)
  // Its picture may be gone, or was never on this list: the example is its vector.
  if (encoded) pile?.add({ sha256: id, seen: null }, encoded.embedding)
  return {
    ...{ sha256: id, name, ...said },
    ...(apart && { apart }),
    ...(none && { none }),
    ...(group !== undefined && { group }),
    model: encoded && pile?.has(id) ? [...piles.models.keys()].indexOf(encoded.modelKey) : null,
  }
}

const bytesOfTags = ({ tags }: AppState) => new Blob(tags.flatMap(({ picture }) => picture ?? []))

/**
 * The parts of a project of some pictures with all that was made of them: what the page shows, so that it is whole also where
 * nothing is kept. Where a classifier learns from what was said, all of that goes along, also of other pictures.
 *
 * @param previews whether small pictures go along.
 */
export const projectFiles = async (
  state: AppState,
  pictures: Iterable<Picture>,
  previews: boolean,
  signal: AbortSignal,
): Promise<Outcome<readonly PackedFile[]>> => {
  const { tags, settings, learns, marks, differing } = state
  const piles = createPiles()
  const here = new Set<string>()
  let count = 0
  for (const picture of pictures) {
    addPicture(piles, picture, previews)
    if (picture.phase.facts) here.add(picture.phase.facts.sha256)
    count += 1
    if (count % AT_ONCE > 0) continue
    for (const pile of [piles.pictures, piles.previews, piles.mosaics, ...piles.models.values()])
      pile.settle()
    await nextTurn()
    if (signal.aborted) return cancelled
  }
  const places = new Map(tags.map(({ id }, place) => [id, place]))
  const kept = marks.flatMap((mark) =>
    learns || here.has(mark.id) ? (toMark(mark, places, piles) ?? []) : [],
  )
  for (const mark of kept) piles.marks.add(projectLine(mark))
  const models = [...piles.models.values()].map((pile) => pile.end())
  const { template, temperature, rules } = settings
  const text = projectTexts({
    tags: tags.map(({ text, hue, threshold, picture }) => ({
      ...{ text, hue, threshold },
      picture: picture && { type: picture.type, size: picture.size },
    })),
    ...{ scoring: { template, temperature, rules }, learns },
    differing: differing
      .map(({ sha256s }) => sha256s)
      .filter((sha256s) => sha256s.some((one) => here.has(one))),
  })
  const manifest = projectManifest(
    { pictures: count, marks: kept.length },
    models.map(({ facts }) => facts),
  )
  const files: readonly (readonly [path: string, content: BlobPart])[] = [
    ['manifest.json', manifest],
    ['project.json', text],
    ['pictures.jsonl', piles.pictures.all()],
    ['marks.jsonl', piles.marks.all()],
    ['previews.bin', piles.previews.all()],
    ['mosaics.bin', piles.mosaics.all()],
    ['tags.bin', bytesOfTags(state)],
    ...models.flatMap(({ rows, values }, place) => {
      const names = modelParts(place)
      return [[names.rows, rows] as const, [names.values, values] as const]
    }),
  ]
  return done(files.map(([path, content]) => ({ path, file: new Blob([content]) })))
}
