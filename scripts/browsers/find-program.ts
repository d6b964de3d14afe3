import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where programs of these names would lie on the `PATH`, in order of the names. */
export const placesOnPath = (names: readonly string[]): readonly string[] => {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)))
}

/**
 * Whether the program starts at all and is of this major version or later: a name may lead to a stub, and a
 * downloaded browser may lack its libraries. Not asked on Windows, where `--version` opens a window.
 */
export const isUsable = (file: string, oldestMajor: number): boolean => {
  if (!isExecutable(file)) return false
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const major = Number(/\b(\d+)\.\d+/.exec(stdout)?.[1])
  return status === 0 && major >= oldestMajor
}
