import { execFileSync } from 'node:child_process'

/** Debian's own, whose packages are known; another where that is said. */
export const PYTHON = process.env.TAGLENS_PYTHON ?? '/usr/bin/python3'

/** Whether a program runs as it is asked to. */
const runs = (program: string, args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether it has modules; says which are missing where tests are skipped for that. */
export const hasPython = (...modules: readonly string[]): boolean => {
  const missing = modules.filter((module) => !runs(PYTHON, ['-c', `import ${module}`]))
  if (missing.length > 0) console.warn(`Skipped: ${PYTHON} has no ${missing.join(', ')}.`)
  return missing.length === 0
}

/** Whether there is ExifTool. */
export const hasExifTool = (): boolean => {
  const has = runs('exiftool', ['-ver'])
  if (!has) console.warn('Skipped: there is no exiftool (libimage-exiftool-perl).')
  return has
}

/** What a program writes. */
const python = (args: readonly string[], input = ''): string =>
  execFileSync(PYTHON, args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 })

/** What a program that ends by printing JSON says; the caller says what that is. */
export const pythonJson = (program: string, ...args: readonly string[]): unknown =>
  JSON.parse(python(['-c', program, ...args])) as unknown
