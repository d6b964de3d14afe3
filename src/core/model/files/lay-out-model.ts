import { isModelPath } from './is-model-path'
import { classifierPaths, isClassifier, missingModelFile, modelPaths } from './model-files'
import { MANIFEST_FILE } from './model-manifest'

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
export type LayoutProblem =
  { readonly kind: 'hostile'; readonly path: string } | { readonly kind: 'missing'; readonly path: string }

/** No honest file list has these: they name places outside the folder that was brought. */
const leadsOut = (path: string): boolean =>
  path.startsWith('/') ||
  path.includes('\\') ||
  /^[a-z]:/i.test(path) ||
  path.split('/').some((part) => part === '..' || part === '.')

const CONFIG = 'config.json'

const depth = (path: string): number => path.split('/').length

/** Takes what lies under `root`, the towers also where they lie beside `config.json` and not under `onnx/`. */
const layOutUnder = (root: string, paths: ReadonlySet<string>): LaidOutModel => {
  const find = (path: string): [string, string][] => {
    const brought = [root + path, root + path.replace(/^onnx\//, '')].find((name) => paths.has(name))
    return brought === undefined ? [] : [[path, brought]]
  }
  const files = modelPaths().flatMap(find)
  const graphs = classifierPaths().flatMap(find)
  const all = [...files, ...graphs]
  const found = isClassifier(new Set(all.map(([path]) => path))) ? all : files
  return {
    name: root.split('/').at(-2) ?? '',
    broughtPathByPath: new Map(found),
    manifest: paths.has(root + MANIFEST_FILE) ? root + MANIFEST_FILE : null,
  }
}

/**
 * Finds the model in a folder or a pack: the highest folder with a whole one, or else the highest with a
 * `config.json`, so that the name of a missing file is of the model that was meant.
 */
export const layOutModel = (brought: readonly string[]): LaidOutModel | LayoutProblem => {
  const hostile = brought.find(leadsOut)
  if (hostile !== undefined) return { kind: 'hostile', path: hostile }
  const paths = new Set(brought.filter(isModelPath))
  const candidates = [...paths]
    .filter((path) => path === CONFIG || path.endsWith(`/${CONFIG}`))
    .sort((a, b) => depth(a) - depth(b))
    .map((path) => layOutUnder(path.slice(0, -CONFIG.length), paths))
  const missing = ({ broughtPathByPath }: LaidOutModel) => missingModelFile(new Set(broughtPathByPath.keys()))
  const whole = candidates.find((candidate) => missing(candidate) === null)
  if (whole) return whole
  const [first] = candidates
  return { kind: 'missing', path: (first && missing(first)) ?? CONFIG }
}
