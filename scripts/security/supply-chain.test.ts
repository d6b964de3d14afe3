import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** What npm writes down of one package, as far as it is looked at here. */
interface LockedPackage {
  readonly resolved?: string
  readonly integrity?: string
  /** Comes inside the archive of another package, whose hash holds it too. */
  readonly inBundle?: boolean
}

const locked = (): [string, LockedPackage][] => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }
  return Object.entries(packages).filter(([name]) => name !== '')
}

test('every package is held by a hash, and none comes from another place than the registry', () => {
  expect(locked().length).toBeGreaterThan(100)
  const loose = locked().filter(
    ([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'),
  )
  expect(loose).toEqual([])
  // Packages of the registry have no address in the file: npm asks the one that it is set up with.
  const hosts = locked().flatMap(([, { resolved }]) =>
    resolved === undefined ? [] : [new URL(resolved).host],
  )
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
})

test('no script of a package runs when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})

test('every action of a workflow is pinned by a commit, with its version beside it', () => {
  const workflows = readdirSync(path.join(root, '.github/workflows'))
  const uses = workflows.flatMap((file) =>
    [...read(`.github/workflows/${file}`).matchAll(/^\s*-?\s*uses: *(.+)$/gm)].map(([, action]) => action!),
  )
  expect(uses.length).toBeGreaterThan(0)
  expect(uses.filter((action) => !/^(\.\/|[\w./-]+@[0-9a-f]{40} # v\d)/.test(action))).toEqual([])
})

test('the list of what a release is made of names every package that ships, with its hash', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const output = execFileSync(npm, ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' })
  const sbom = JSON.parse(output) as {
    readonly bomFormat: string
    readonly components: readonly { readonly name: string; readonly hashes: readonly object[] }[]
  }
  expect(sbom.bomFormat).toBe('CycloneDX')
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const names = sbom.components.map(({ name }) => name)
  expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([])
  expect(names).not.toContain('vite')
  expect(sbom.components.filter(({ hashes }) => hashes.length === 0)).toEqual([])
})
