import { mostFileBytes } from '../../../core/model/download/body-limits'
import type { DownloadFault, DownloadLimits } from '../../../core/model/download/retry'
import { askedUntil, decideRetry, toNetworkError } from '../../../core/model/download/retry'
import type { AnswerVerdict } from '../../../core/model/download/judge-answer'
import type { ListedFile } from '../../../core/model/stored/stored-model'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import { matches } from '../content-hash'
import type { DownloadTarget } from './download-target'
import { followTarget, type FollowedTarget } from './followed-target'
import { requestFile } from './request-file'
import { wait } from '../wait'

/** What one file's download is told and tells. */
export interface DownloadOptions {
  readonly limits: DownloadLimits
  readonly signal: AbortSignal
  /** Told how many bytes of the file are there now. */
  readonly onCount: (count: number) => void
  readonly onChecking: (checking: boolean) => void
  /** Told until when the host has asked to wait, in milliseconds since 1970, and `null` when that is over. */
  readonly onWait?: (until: number | null) => void
}

/** Hosts compress text on the way and then tell the length of something else. */
const mayBeCompressed = ({ path, hash }: ListedFile): boolean => hash === null && /\.(json|txt)$/.test(path)

/** What may arrive: what its host has announced, and where that may be the length of something else any text. */
const mostBytes = (file: ListedFile): number =>
  file.size === null || mayBeCompressed(file) ? mostFileBytes(file.path) : file.size

/** What came of one request. */
type Step =
  | { readonly kind: 'whole' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong'; readonly detail: string }
  | { readonly kind: 'fault'; readonly fault: DownloadFault }

/** Asks once for what is missing of a file. */
const takeStep = async (
  url: string,
  file: ListedFile,
  target: DownloadTarget,
  { limits, signal, onCount }: DownloadOptions,
): Promise<Step> => {
  const lenient = mayBeCompressed(file)
  const pinned = file.hash !== null
  const request = { url, from: target.length(), etag: target.etag(), size: file.size, lenient, pinned }
  const most = mostBytes(file)
  const tooLong = () => target.length() > most
  let verdict: AnswerVerdict = { kind: 'fault', fault: { kind: 'dropped' } }
  const end = await requestFile(
    request,
    limits.stall,
    signal,
    async (answer) => {
      verdict = answer.verdict
      if (verdict.kind === 'begin') await target.begin(answer.etag)
      if (verdict.kind === 'forget') await target.begin(null)
      return verdict.kind === 'begin' || verdict.kind === 'append'
    },
    (bytes) => {
      target.append(bytes)
      onCount(target.length())
      return !tooLong()
    },
  )
  // Assigned in the callback, which TypeScript does not see.
  const judged = verdict as AnswerVerdict
  switch (judged.kind) {
    case 'complete':
      return { kind: 'whole' }
    case 'absent':
      return { kind: 'absent' }
    case 'wrong-length':
      return { kind: 'wrong', detail: `it has ${judged.length} bytes where ${file.size ?? 0} were announced` }
    case 'forget':
      return { kind: 'fault', fault: { kind: 'changed' } }
    case 'fault':
      return end === 'stalled' ? { kind: 'fault', fault: { kind: 'stalled' } } : judged
    case 'append':
    case 'begin':
      if (tooLong()) return { kind: 'wrong', detail: `more than ${most} bytes arrived` }
      if (end === 'whole') return { kind: 'whole' }
      return { kind: 'fault', fault: { kind: end === 'stalled' ? 'stalled' : 'dropped' } }
  }
}

/** Whether what has arrived is the file; what it is known by, or what is wrong with it. */
const check = async (
  file: ListedFile,
  target: FollowedTarget,
  signal: AbortSignal,
): Promise<{ readonly sha256: string } | { readonly detail: string }> => {
  const content = target.content()
  if (file.size !== null && content.size !== file.size && !mayBeCompressed(file))
    return { detail: `${content.size} bytes arrived of ${file.size}` }
  const hash = await target.hash(signal)
  return matches(hash, file.hash) ? { sha256: hash.sha256 } : { detail: 'its hash is not the published one' }
}

/**
 * Brings one file whole and verified into a target, going on from the bytes that are there.
 * @returns its SHA-256. After a failure the target holds what is worth keeping for another time.
 */
export const downloadFile = async (
  url: string,
  file: ListedFile,
  into: DownloadTarget,
  options: DownloadOptions,
): Promise<Outcome<string>> => {
  const { limits, signal, onCount, onChecking, onWait = () => undefined } = options
  const target = await followTarget(into, file.hash?.algorithm ?? 'sha256', file.size)
  let attempts = 0
  let most = target.length()
  let mayBeWrong = true
  // Asked through a function, since it changes while this waits.
  const isStopped = () => signal.aborted
  onCount(most)
  if ((file.size ?? 0) > mostFileBytes(file.path)) {
    const detail = `${file.size ?? 0} bytes are announced, more than such a file can have`
    return failed({ code: 'MODEL_CORRUPT', file: url, detail })
  }
  while (!isStopped()) {
    const isThere = file.size !== null && file.size > 0 && target.length() === file.size
    const step: Step = isThere ? { kind: 'whole' } : await takeStep(url, file, target, options)
    if (isStopped()) break
    let wrong = step.kind === 'wrong' ? step.detail : null
    if (step.kind === 'absent') return failed({ code: 'MODEL_NOT_FOUND', url })
    if (step.kind === 'whole') {
      onChecking(true)
      try {
        const checked = await check(file, target, signal)
        if ('sha256' in checked) return done(checked.sha256)
        wrong = checked.detail
      } catch (error) {
        if (isStopped()) break
        throw error
      } finally {
        onChecking(false)
      }
    }
    if (wrong !== null) {
      await target.begin(null)
      if (!mayBeWrong) return failed({ code: 'MODEL_CORRUPT', file: url, detail: wrong })
      mayBeWrong = false
      most = 0
      attempts = 0
    }
    if (step.kind !== 'fault') continue
    attempts = target.length() > most ? 1 : attempts + 1
    most = Math.max(most, target.length())
    const decision = decideRetry(step.fault, attempts, limits, Math.random())
    if (decision.kind === 'give-up') return failed(toNetworkError(url, step.fault))
    onWait(askedUntil(step.fault, decision.delay, Date.now()))
    await wait(decision.delay, signal)
    onWait(null)
  }
  return cancelled
}
