import type { ScoringRules } from './project-settings'

/** A picture of a project: where it lay and what reading it has shown, never its bytes. */
export interface ProjectPicture {
  /** File name, with its path in the folder that it came in. */
  readonly name: string
  readonly type: string
  /** Of the file, in bytes. */
  readonly size: number
  /** Milliseconds since 1970; `null` where that was not known. */
  readonly modified: number | null
  /** `null` of a picture that had not been read yet. */
  readonly facts: ProjectFacts | null
}

/** What reading a picture has shown. */
export interface ProjectFacts {
  /** Of its bytes, hex. */
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly isShowable: boolean
  readonly photographic: boolean
  /** Bytes of its preview, one after another in `previews.bin`; 0 where there is none. */
  readonly preview: number
  /** Whether its mosaic is there, one after another in `mosaics.bin`. */
  readonly mosaic: boolean
}

/** Which picture a row of numbers is of. */
export interface ProjectRow {
  readonly sha256: string
  /** The part that the model saw and how it was read; `null` of an example of which no more than the numbers is known. */
  readonly seen: {
    readonly frame: readonly [left: number, top: number, width: number, height: number]
    readonly reducedBy: 1 | 2 | 4 | 8
    /** Milliseconds. */
    readonly time: number
  } | null
}

/** A model whose numbers are in the project. */
export interface ProjectModel {
  /** `LoadedModel.key`: by it what is here is told to be of the model that answers. */
  readonly key: string
  readonly kind: 'embedding' | 'classes'
  readonly width: number
  readonly rows: readonly ProjectRow[]
  /** A row after another. */
  readonly values: Float32Array<ArrayBuffer>
}

/** A tag as it stood. */
export interface ProjectTag {
  readonly text: string
  readonly hue: number
  readonly threshold: number | null
  /** Of a tag that is a picture: type and bytes, one after another in `tags.bin`. */
  readonly picture: { readonly type: string; readonly size: number } | null
}

/** What the person has said of a picture; tags by their places. */
export interface ProjectMark {
  readonly sha256: string
  readonly name: string
  readonly yes: readonly number[]
  readonly no: readonly number[]
  readonly apart?: true
  readonly none?: true
  readonly group?: string
  /** Place of the model by which its vector is there; `null` where it is not. */
  readonly model: number | null
}

/** A set of pictures with all that was made of it. */
export interface Project {
  readonly tags: readonly ProjectTag[]
  readonly scoring: ScoringRules
  /** Whether a classifier of the person's own learns from what was said. */
  readonly learns: boolean
  readonly pictures: readonly ProjectPicture[]
  readonly marks: readonly ProjectMark[]
  /** Pictures, by their bytes, that the person says differ. */
  readonly differing: readonly (readonly string[])[]
  readonly models: readonly ProjectModel[]
}

/** Schema of the files that are written; those of a later one are refused. */
export const PROJECT_SCHEMA = 1

/** What a manifest says that the file is. */
export const PROJECT_FORMAT = 'taglens-project'

/** What a file may hold at most. Bytes of a part are those that it has unpacked. */
export const PROJECT_LIMITS = {
  pictures: 200_000,
  marks: 200_000,
  tags: 10_000,
  models: 8,
  width: 30_000,
  /** Letters of a name. */
  text: 4000,
  manifest: 64_000,
  /** Of `project.json`. */
  texts: 64_000_000,
  lines: 250_000_000,
  /** Of numbers, previews, mosaics, pictures of tags. */
  numbers: 2_000_000_000,
} as const

/** Numbers as bytes, lowest first, whatever the machine. */
export const toNumberBytes = (values: Float32Array): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true)
  })
  return new Uint8Array(view.buffer)
}

/** The first file of a project, which says what it is and how much of everything is in it. */
export const projectManifest = (
  counts: Readonly<Record<'pictures' | 'marks', number>>,
  models: readonly (Pick<ProjectModel, 'key' | 'kind' | 'width'> & { readonly rows: number })[],
): string =>
  `${JSON.stringify({ format: PROJECT_FORMAT, schema: PROJECT_SCHEMA, ...counts, models }, null, 1)}\n`

/** `project.json`: what is not of single pictures. */
export const projectTexts = ({
  tags,
  scoring,
  learns,
  differing,
}: Pick<Project, 'tags' | 'scoring' | 'learns' | 'differing'>): string =>
  `${JSON.stringify({ tags, scoring, learns, differing }, null, 1)}\n`

/** A line of `pictures.jsonl`, `marks.jsonl` or `rows-N.jsonl`. */
export const projectLine = (value: ProjectPicture | ProjectMark | ProjectRow): string =>
  `${JSON.stringify(value)}\n`

/** Names of the parts of a model, by its place. */
export const modelParts = (place: number): { readonly rows: string; readonly values: string } => ({
  rows: `rows-${place}.jsonl`,
  values: `vectors-${place}.f32`,
})

/** Most bytes of a part; `null` where a project has none of that name. */
export const partLimit = (name: string): number | null => {
  if (name === 'manifest.json') return PROJECT_LIMITS.manifest
  if (name === 'project.json') return PROJECT_LIMITS.texts
  if (name === 'pictures.jsonl' || name === 'marks.jsonl' || /^rows-[0-7]\.jsonl$/.test(name))
    return PROJECT_LIMITS.lines
  return /^((previews|mosaics|tags)\.bin|vectors-[0-7]\.f32)$/.test(name) ? PROJECT_LIMITS.numbers : null
}
