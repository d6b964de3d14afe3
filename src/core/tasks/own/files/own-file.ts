import type { Head } from '../head'
import type { HeadMode } from '../training-set'
import { smallPath, type SmallPath, type SmallPictures } from './small-pictures'

/** What says of a classifier which vectors it reads. */
export interface FileModel {
  readonly id: string
  readonly revision: string
  /** Key of the recipe. */
  readonly recipe: string
  readonly dtype: string
  /** What it ran on; files of earlier builds do not say. */
  readonly device?: string
  /** Only there where our own kernels have made its vectors. */
  readonly executor?: string
}

/** A marked picture in a file; its vector is the row at its place. */
export interface FileExample {
  readonly sha256: string
  /** The picture's; a part of its hash in place of a name that the person does not give away. */
  readonly name: string
  /** Places of classes. */
  readonly yes: readonly number[]
  readonly no: readonly number[]
  /** The same for those that were taken together, and count as one. */
  readonly group?: string
}

/** A classifier as it is kept in a file, with what it has learned from, or its head alone, without any example. */
export interface OwnFile {
  readonly mode: HeadMode
  readonly model: FileModel
  /** Tags as they are written, in their order. */
  readonly classes: readonly string[]
  readonly examples: readonly FileExample[]
  readonly width: number
  /** A row for each example, of length 1. */
  readonly vectors: Float32Array
  readonly head: Head
  /** What the model makes of the probes, a row each: by these it is told whether another run of it is the same. */
  readonly probes?: Float32Array
  /** What some of the examples look like, where the person gives that away; of others nothing is known but their vectors. */
  readonly small?: SmallPictures
}

/** Schemas of the files that are written: with examples, and of a head alone. Those of others are refused. */
export const SCHEMA = 1
export const HEAD_SCHEMA = 2

/** What a file may hold at most. */
export const LIMITS = {
  bytes: 64_000_000,
  examples: 20_000,
  classes: 1000,
  width: 4096,
  text: 1000,
  probes: 1_100_000,
} as const

/** The numbers' bytes, lowest first, whatever the machine. */
const toBytes = (values: Float32Array): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true)
  })
  return new Uint8Array(view.buffer)
}

const toJson = (value: object): string => `${JSON.stringify(value, null, 1)}\n`

/** The entries of a file: texts, numbers, and small pictures. */
export interface OwnEntries {
  readonly 'manifest.json': string
  readonly 'labels.json': string
  readonly 'head.f32': Uint8Array<ArrayBuffer>
  readonly 'vectors.f32': Uint8Array<ArrayBuffer>
  readonly 'probes.f32'?: Uint8Array<ArrayBuffer>
  readonly [small: SmallPath]: Uint8Array<ArrayBuffer>
}

/** The entries of a `.taglens` file, the same bytes for the same classifier. */
export const writeOwnFile = (file: OwnFile): OwnEntries => ({
  'manifest.json': toJson({
    format: 'taglens-classifier',
    schema: file.examples.length === 0 ? HEAD_SCHEMA : SCHEMA,
    mode: file.mode,
    model: file.model,
    width: file.width,
    classes: file.classes,
    examples: file.examples.length,
  }),
  'labels.json': toJson(file.examples),
  'head.f32': toBytes(Float32Array.from([...file.head.weights, ...file.head.biases])),
  'vectors.f32': toBytes(file.vectors),
  ...(file.probes && { 'probes.f32': toBytes(file.probes) }),
  ...Object.fromEntries([...(file.small ?? [])].map(([sha256, bytes]) => [smallPath(sha256), bytes])),
})
