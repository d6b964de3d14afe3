import { done, failed, type Outcome } from '../../errors/outcome'
import type { ListedFile } from '../stored/stored-model'
import { isModelPath, MANIFEST_FILE } from './model-manifest'
import { layOut } from './layout'
import { missingModelFile } from './model-files'

/** A model found among files that somebody brought. */
export interface LaidOutModel {
  /** Name of its folder; empty where the files came without one. */
  readonly name: string
  /** Where each of its files is among those that were brought, by its path inside the model. */
  readonly broughtPathByPath: ReadonlyMap<string, string>
  /** Path of the manifest among those that were brought. */
  readonly manifest: string | null
}

/** Why files cannot be taken in. */
export interface LayoutProblem {
  /** `several` is of models side by side, whose folders `path` names. */
  readonly kind: 'hostile' | 'missing' | 'several'
  readonly path: string
}

/** No honest file list has these: they name places outside the folder that was brought. */
const leadsOut = (path: string): boolean =>
  path.startsWith('/') ||
  path.includes('\\') ||
  /^[a-z]:/i.test(path) ||
  path.split('/').some((part) => part === '..' || part === '.')

const CONFIG = 'config.json'

/** A model is where one of these is. */
const CONFIGS: readonly string[] = [CONFIG, 'open_clip_config.json']

const depth = (path: string): number => path.split('/').length

const fileName = (path: string): string => path.split('/').at(-1) ?? path

/**
 * Lays out what lies under `root`.
 * @param others folders with models of their own, of which nothing is taken.
 */
const layOutUnder = (
  root: string,
  paths: ReadonlySet<string>,
  others: readonly string[] = [],
): LaidOutModel => {
  const inside = [...paths]
    .filter((path) => path.startsWith(root) && !others.some((other) => path.startsWith(other)))
    .map((path) => path.slice(root.length))
  return {
    name: root.split('/').at(-2) ?? '',
    broughtPathByPath: new Map([...layOut(new Set(inside))].map(([path, found]) => [path, root + found])),
    manifest: paths.has(root + MANIFEST_FILE) ? root + MANIFEST_FILE : null,
  }
}

/** The model that is meant among paths, and why it is not a whole one; `null` where it is. */
interface FoundModel {
  readonly laidOut: LaidOutModel
  readonly problem: LayoutProblem | null
}

/**
 * The highest folder with a whole model, or else the highest with a `config.json`, so that the name of a missing file
 * is of the model that was meant.
 */
const findModel = (paths: ReadonlySet<string>): FoundModel => {
  const configs = [...paths].filter((path) => CONFIGS.includes(fileName(path)))
  const roots = [...new Set(configs.map((path) => path.slice(0, path.length - fileName(path).length)))].sort(
    (a, b) => depth(a) - depth(b),
  )
  const isWithin = (root: string) => (other: string) => other !== root && other.startsWith(root)
  const apart = roots.map((root) => ({
    root,
    laidOut: layOutUnder(root, paths, roots.filter(isWithin(root))),
  }))
  // A description that lies beside the graphs a second time does not make them another model.
  const candidates = [...apart, ...roots.map((root) => ({ root, laidOut: layOutUnder(root, paths) }))]
  const missing = ({ broughtPathByPath }: LaidOutModel) => missingModelFile(new Set(broughtPathByPath.keys()))
  const isWhole = ({ laidOut }: (typeof candidates)[number]) => missing(laidOut) === null
  const whole = apart.some(isWhole) ? apart.filter(isWhole) : candidates.filter(isWhole).slice(0, 1)
  const [highest] = whole
  if (highest) {
    const beside = whole.filter(({ root }) => depth(root) === depth(highest.root))
    const folders = beside.map(({ root }) => root.slice(0, -1)).join(', ')
    const problem = beside.length > 1 ? ({ kind: 'several', path: folders } as const) : null
    return { laidOut: highest.laidOut, problem }
  }
  const laidOut = candidates[0]?.laidOut ?? layOutUnder('', paths)
  return { laidOut, problem: { kind: 'missing', path: missing(laidOut) ?? CONFIG } }
}

/** Finds the model in a folder or a pack. */
export const layOutModel = (brought: readonly string[]): LaidOutModel | LayoutProblem => {
  const hostile = brought.find(leadsOut)
  if (hostile !== undefined) return { kind: 'hostile', path: hostile }
  const { laidOut, problem } = findModel(new Set(brought.filter(isModelPath)))
  return problem ?? laidOut
}

/**
 * A host's listing by the paths inside the model: what is laid out in another way tells where it is from. What is no
 * part of the model stays as it is.
 * @returns `UNSUPPORTED_MODEL` where models lie side by side.
 */
export const layOutListing = (files: readonly ListedFile[]): Outcome<readonly ListedFile[]> => {
  const fileByPath = new Map(files.map((file) => [file.path, file]))
  const { laidOut, problem } = findModel(new Set(fileByPath.keys()))
  if (problem?.kind === 'several')
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'several-models', path: problem.path } })
  const { broughtPathByPath } = laidOut
  const mapped = [...broughtPathByPath].flatMap(([path, from]) => {
    const file = fileByPath.get(from)
    return file ? [from === path ? file : { ...file, path, from }] : []
  })
  return done([...mapped, ...files.filter(({ path }) => !broughtPathByPath.has(path))])
}
