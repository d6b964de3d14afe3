import type { ModelProblem, TaglensErrorCode } from '../../../src/core/errors/taglens-error.ts'
import type { HubRepository } from '../../../src/testing/color-model/hub-repository.ts'

/** What becomes of a repository. */
export type Expected =
  /** It loads, and gives the numbers of the pair that it was made from. */
  | { readonly kind: 'runs'; readonly like: 'colours' | 'siglip' | 'classifier'; readonly fetched?: Fetched }
  /** It is refused in the plan, and no byte of its weights is fetched. */
  | {
      readonly kind: 'refused'
      readonly code: TaglensErrorCode
      /** Which of the reasons that are said in the person's language; where there is none, part of the words. */
      readonly reason: ModelProblem['kind'] | { readonly words: string }
    }

/** Names of the files of weights that are fetched, by the paths that the host has them under; sorted. */
type Fetched = readonly string[]

/** A repository in one of the ways in which they are published. */
export interface LayoutRow {
  readonly name: string
  readonly files: HubRepository
  readonly expected: Expected
  /** A hub lists its files; a plain host is asked for each. */
  readonly host?: 'hub' | 'plain'
  /** The repository's name, where something hangs on it. */
  readonly id?: string
}

/** A model that loads and answers as the colour model does. */
export const runs = (fetched?: Fetched): Expected => ({
  kind: 'runs',
  like: 'colours',
  ...(fetched && { fetched }),
})

/** A model that is refused before its weights come. */
export const refused = (
  reason: ModelProblem['kind'] | { readonly words: string },
  code: TaglensErrorCode = 'UNSUPPORTED_MODEL',
): Expected => ({ kind: 'refused', code, reason })

/** The same files by other names; a name of `null` leaves a file out. */
export const renamed = (
  files: HubRepository,
  nameOf: (path: string) => string | null,
  more: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {},
): HubRepository =>
  new Map([
    ...[...files].flatMap(([path, content]): [string, string | Uint8Array<ArrayBuffer>][] => {
      const name = nameOf(path)
      return name === null ? [] : [[name, content]]
    }),
    ...Object.entries(more),
  ])

/** The same files, one JSON file of them with other fields. */
export const changed = (files: HubRepository, path: string, fields: object): HubRepository => {
  const json = JSON.parse(String(files.get(path))) as object
  return new Map([...files, [path, JSON.stringify({ ...json, ...fields })]])
}
