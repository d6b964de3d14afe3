import type { ModelChoice } from '../../../model/model-choice'
import type { HeadMode } from '../training-set'
import { isSameName } from './classifier-name'
import type { Mark } from '../marks'

/** Versions without a name that are kept; the oldest goes when one more comes. */
const MOST_VERSIONS = 20

/** So many examples more, or fewer, make another version. */
const EVERY = 10

/** What a classifier knew at a time, to go back to. */
export interface OwnVersion {
  /** Of its weights: the same head is one version. */
  readonly id: string
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number
  /** Whether it went into a file, or only had so many examples. */
  readonly why: 'saved' | 'examples'
  readonly mode: HeadMode
  readonly tags: readonly { readonly id: string; readonly text: string }[]
  readonly marks: readonly Mark[]
  /** How many of the marks it had learned from. */
  readonly examples: number
  /** Share of held-out answers that were right then, 0 to 1; `null` where none could be held out. */
  readonly share: number | null
  /** With one label the tag that was answered of each held-out picture, by SHA-256; else none. */
  readonly answers: readonly { readonly id: string; readonly tagId: string }[]
  /** The person's name for it, by which links and programs ask it: of one version at a time. */
  readonly name?: string
  /** The model whose vectors it reads, and how that was asked for; versions of earlier builds do not know. */
  readonly model?: { readonly key: string; readonly choice: ModelChoice }
}

/** The version of that name. */
export const versionNamed = (versions: readonly OwnVersion[], name: string): OwnVersion | undefined =>
  versions.find((version) => version.name !== undefined && isSameName(version.name, name))

/** Whether so many examples are a version of their own, after these. */
export const isDue = (versions: readonly OwnVersion[], examples: number): boolean =>
  Math.floor(examples / EVERY) !== Math.floor((versions.at(-1)?.examples ?? 0) / EVERY)

/** Versions with one more, the newest last; one of the same weights is the same, and newer. */
export const withVersion = (versions: readonly OwnVersion[], version: OwnVersion): readonly OwnVersion[] => {
  const same = versions.find(({ id }) => id === version.id)
  const why = same?.why === 'saved' ? 'saved' : version.why
  const { name } = { ...same, ...version }
  const next = { ...version, why, ...(name !== undefined && { name }) }
  const all = [...versions.filter((other) => other !== same), next]
  const unnamed = all.filter((one) => one.name === undefined)
  const tooMany = new Set(unnamed.slice(0, Math.max(0, unnamed.length - MOST_VERSIONS)))
  return all.filter((one) => !tooMany.has(one))
}

/** Versions without this name: what had it stays, as any other. */
export const withoutName = (versions: readonly OwnVersion[], name: string): readonly OwnVersion[] =>
  versions.map((version) => {
    const { name: own, ...rest } = version
    return own !== undefined && isSameName(own, name) ? rest : version
  })

/** Two versions on the pictures that both were judged on, by what is said of these now. */
export interface VersionsCompared {
  readonly pictures: number
  /** Shares that are right, 0 to 1. */
  readonly then: number
  readonly now: number
}

/**
 * Compares what was answered then with what is answered now, of the same held-out pictures: a picture's own hash says
 * in which fold it is, so that both had learned from about the same others.
 * @returns `null` where they share no picture.
 */
export const compareVersions = (
  then: OwnVersion['answers'],
  now: OwnVersion['answers'],
  marks: readonly Mark[],
): VersionsCompared | null => {
  const truth = new Map(marks.map(({ id, yes }) => [id, yes[0]]))
  const before = new Map(then.map(({ id, tagId }) => [id, tagId]))
  const shared = now.filter(({ id }) => before.has(id) && truth.get(id) !== undefined)
  if (shared.length === 0) return null
  const right = (answerOf: (id: string, tagId: string) => string | undefined) =>
    shared.filter(({ id, tagId }) => answerOf(id, tagId) === truth.get(id)).length / shared.length
  return {
    pictures: shared.length,
    then: right((id) => before.get(id)),
    now: right((_, tagId) => tagId),
  }
}

/** Versions without what they know of pictures that are forgotten; a version without any is none. */
export const withoutForgotten = (
  versions: readonly OwnVersion[],
  isGone: (sha256: string) => boolean,
): readonly OwnVersion[] =>
  versions.flatMap((version) => {
    const marks = version.marks.filter(({ id }) => !isGone(id))
    const answers = version.answers.filter(({ id }) => !isGone(id))
    if (marks.length === version.marks.length) return [version]
    return marks.length === 0 ? [] : [{ ...version, marks, answers }]
  })
