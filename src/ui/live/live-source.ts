import type { OpenStream, StreamAnswer } from '../../state/live/live'

/** What can be looked at. */
export type SourceKind = 'camera' | 'window' | 'video'

/** Why there is nothing to see. */
export type SourceProblem = Exclude<StreamAnswer['kind'], 'open'> | 'ended' | 'insecure' | 'no-windows'

/** What is looked at now. */
export type LiveSource =
  /** Waits for a press: windows and videos are the person's to choose. */
  | { readonly kind: 'off' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'stream'; readonly open: OpenStream }
  | { readonly kind: 'video'; readonly file: File }
  /** A video that this browser cannot play. */
  | { readonly kind: 'unplayable'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: SourceProblem }

/** Turns a stream off. */
export const stopStream = (answer: StreamAnswer | null): void => {
  if (answer?.kind === 'open') for (const track of answer.stream.getTracks()) track.stop()
}

const two = (part: number): string => String(part).padStart(2, '0')

/** `Camera 2026-11-29 14.05.09.300.jpg`: in the order of the names they are in the order of time. */
export const nameOfMoment = (source: 'camera' | 'window', at: Date): string => {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [
    ...[at.getHours(), at.getMinutes(), at.getSeconds()].map(two),
    String(at.getMilliseconds()).padStart(3, '0'),
  ]
  // As file names are: what programs read is English always.
  return `${source === 'camera' ? 'Camera' : 'Window'} ${day} ${time.join('.')}.jpg`
}
