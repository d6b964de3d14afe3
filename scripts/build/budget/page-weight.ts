import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'

/** Files by path relative to the build folder, with `/`. */
interface PageFiles {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

const resolveFrom = (file: string, address: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(file), address))

/** Addresses that a module imports when it is loaded, as they are written in it. */
const staticImports = (code: string): readonly string[] =>
  parseSync('chunk.js', code).program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportAllDeclaration' ||
    (node.type === 'ExportNamedDeclaration' && node.source)
      ? [String(node.source?.value)]
      : [],
  )

/**
 * What the browser fetches before the page can do anything: the scripts that `index.html` names and all that
 * they import when they are loaded, and the style sheets. What is imported later, and workers, is not in it.
 */
export const pageFiles = (dist: string): PageFiles => {
  const tags = readFileSync(path.join(dist, 'index.html'), 'utf8').match(/<(script|link)\b[^>]*>/g) ?? []
  const addresses = (wanted: (tag: string) => boolean, name: string): string[] =>
    tags.filter(wanted).flatMap((tag) => attribute(tag, name) ?? [])
  const waiting = [
    ...addresses((tag) => tag.startsWith('<script'), 'src'),
    ...addresses((tag) => attribute(tag, 'rel') === 'modulepreload', 'href'),
  ].map((address) => resolveFrom('index.html', address))
  const scripts = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (scripts.has(file)) continue
    scripts.add(file)
    const importer = file
    const imports = staticImports(readFileSync(path.join(dist, file), 'utf8'))
    waiting.push(...imports.map((address) => resolveFrom(importer, address)))
  }
  const styles = addresses((tag) => attribute(tag, 'rel') === 'stylesheet', 'href')
  return { scripts: [...scripts], styles: styles.map((address) => resolveFrom('index.html', address)) }
}

/** Addresses of what a module loads later, as far as they are written in it: workers are started otherwise. */
const lateImports = (code: string): readonly string[] =>
  [...code.matchAll(/\bimport\([`'"](\.\/[^`'"]+)[`'"]\)/g)].map(([, address = '']) => address)

/** Every script that the page loads after those that it begins with; none that only workers do. */
export const lateFiles = (dist: string): readonly string[] => {
  const begun = new Set(pageFiles(dist).scripts)
  const waiting = [...begun]
  const seen = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const importer = file
    const code = readFileSync(path.join(dist, file), 'utf8')
    waiting.push(
      ...[...staticImports(code), ...lateImports(code)].map((address) => resolveFrom(importer, address)),
    )
  }
  return [...seen].filter((file) => !begun.has(file))
}

/** Bytes that the files take on the wire, each compressed by itself as a host does. */
export const gzipSize = (dist: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0)
