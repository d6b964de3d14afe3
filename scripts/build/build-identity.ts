import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AppBuild } from '../../src/core/site/app-build.ts'

/** Digits of a commit: enough for it to be the only one, and to be read out. */
const DIGITS = 10

/** What git answers; `null` where there is no git, no repository, or none that it trusts. */
const askGit = (root: string, ...question: readonly string[]): string | null => {
  try {
    return execFileSync('git', question, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

const readJson = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as { version: string; dependencies: Record<string, string> }

/**
 * Which build this is. The date is the commit's, so that a commit always gives the same files; `+` stands behind the
 * commit where files have been changed since. Without git the commit is what CI says, and the date today's.
 */
export const buildIdentity = (root: string, environment = process.env): AppBuild => {
  const { version, dependencies } = readJson(path.join(root, 'package.json'))
  const commit = askGit(root, 'describe', '--always', '--exclude=*', `--abbrev=${DIGITS}`, '--dirty=+')
  return {
    version,
    commit: commit ?? environment.GITHUB_SHA?.slice(0, DIGITS) ?? 'unknown',
    date:
      (commit === null ? null : askGit(root, 'log', '-1', '--format=%cs')) ??
      new Date().toISOString().slice(0, 10),
    onnxRuntime: dependencies['onnxruntime-web'] ?? 'unknown',
  }
}
