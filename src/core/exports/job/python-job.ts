import type { ZeroShotQuestion } from '../../desk/tasks/zero-shot/zero-shot-judge'
import type { Recipe } from '../../pixels/recipe'
import { isRestTag } from '../../question/scoring/neutral-tags'
import type { Head } from '../../tasks/own/head'
import { npyHeader } from '../npy'
import program from './taglens_job.py?raw'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as Base64 (RFC 4648, section 4), in one line. */
const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    const left = bytes.length - at
    parts.push(
      ALPHABET.charAt(bits >> 18),
      ALPHABET.charAt((bits >> 12) & 63),
      left > 1 ? ALPHABET.charAt((bits >> 6) & 63) : '=',
      left > 2 ? ALPHABET.charAt(bits & 63) : '=',
    )
  }
  return parts.join('')
}

/** The graph that sees pictures, as a job finds it again. */
export interface JobModel {
  readonly id: string
  readonly revision: string
  readonly dtype: string
  /** Where the first of its files can be downloaded; `null` where that is not known. */
  readonly url: string | null
  /** The graph, then the weights that lie beside it. `sha256` is `null` where it is not known. */
  readonly files: readonly { readonly path: string; readonly sha256: string | null }[]
}

/** What a job asks of pictures: tags by their vectors, or a classifier of the person's own. */
export type JobTask =
  | {
      readonly kind: 'question'
      readonly question: ZeroShotQuestion
      /** By the numbers that the question has for them. */
      readonly vectors: readonly Float32Array[]
      /** What the vectors were made with, for people who read the file. */
      readonly templates: readonly string[]
      readonly neutralTexts: readonly string[]
    }
  | {
      readonly kind: 'classifier'
      readonly classes: readonly string[]
      readonly head: Head
      /** Places of classes that have examples. */
      readonly learned: readonly number[]
    }

const LINE = 100

/** Rows of equal length as a `.npy` file in lines of Base64. */
const toNpyLines = (rows: readonly Float32Array[]): string => {
  const width = rows[0]?.length ?? 0
  const header = npyHeader('<f4', [rows.length, width])
  const bytes = new Uint8Array(header.length + rows.length * width * 4)
  bytes.set(header)
  const values = new DataView(bytes.buffer, header.length)
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      values.setFloat32((at * width + column) * 4, value, true)
    })
  })
  return toBase64(bytes).replaceAll(new RegExp(`.{${LINE}}(?=.)`, 'g'), '$&\n')
}

/** As Python reads it between three single quotes of a raw string: no quote of its own, and it ends with a brace. */
const toPythonJson = (value: object): string => JSON.stringify(value, null, 1).replaceAll("'", '\\u0027')

const describe = (task: JobTask): { readonly json: object; readonly rows: readonly Float32Array[] } => {
  if (task.kind === 'classifier') {
    const { width, mode, weights, biases } = task.head
    // A row of weights with its bias behind it.
    const rows = Array.from(biases, (bias, c) =>
      Float32Array.from([...weights.subarray(c * width, (c + 1) * width), bias]),
    )
    return { json: { kind: task.kind, mode, classes: task.classes, learned: task.learned }, rows }
  }
  const { tags, neutral, scoring, rules } = task.question
  const asked = tags.map(({ text, threshold, vector, rivals, neutralPictures }) => ({
    ...{ tag: text, threshold, vector, rivals, neutralPictures, isRest: isRestTag(text) },
  }))
  const beside = { texts: task.neutralTexts, vectors: neutral }
  const { templates } = task
  return {
    json: { kind: task.kind, tags: asked, neutral: beside, templates, scoring, rules },
    rows: task.vectors,
  }
}

/**
 * A program in Python that asks of pictures what the page asks, and gives its numbers: `taglens_job.py`, with what is asked
 * written into it.
 */
export const writePythonJob = (task: JobTask, model: JobModel, recipe: Recipe): string => {
  const { json, rows } = describe(task)
  const job = toPythonJson({ format: 'taglens-job', version: 1, ...json, model, recipe })
  // By functions, since a text may hold what a replacement would read as an instruction.
  return program.replace('__TAGLENS_JOB__', () => job).replace('__TAGLENS_VECTORS__', () => toNpyLines(rows))
}
