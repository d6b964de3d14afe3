import type { StoreApi } from 'zustand/vanilla'
import type { KeepWhen } from '../../core/live/keep-rule'
import type { TaglensError } from '../../core/errors/taglens-error'
import type { OpenStream, StreamAnswer, WhichCamera } from '../../platform/pictures/live/cameras'
import type { LiveFrame } from '../../protocol/pixel-api'
import type { Picture } from '../app-state'

export type { OpenStream, StreamAnswer, WhichCamera }

/** The frames of something that runs. Each part that has a frame closes it. */
export interface FrameSource {
  /** The newest frame, once there is one that was not there before; `same` where none comes for a while. */
  next(signal: AbortSignal): Promise<LiveFrame | 'same'>
  /** Another of the same pixels. */
  copy(frame: LiveFrame): Promise<LiveFrame>
  /** The frame as a file for the list; `null` where it cannot be made. */
  toFile(frame: LiveFrame, name: string): Promise<File | null>
}

/** A video file whose frames are taken at times of one's own. */
export interface VideoReader {
  /** In seconds; `Infinity` or `NaN` where no one knows. */
  readonly duration: number
  frameAt(seconds: number, signal: AbortSignal): Promise<Blob | null>
  close(): void
}

/** What this device can look at. */
export interface LiveSources {
  /** `null` on insecure origins. */
  readonly openCamera: ((which: WhichCamera) => Promise<StreamAnswer>) | null
  /** Takes a press; `null` where a browser cannot (phones). */
  readonly shareWindow: (() => Promise<StreamAnswer>) | null
  pickVideo(): Promise<readonly File[]>
  framesOf(video: HTMLVideoElement): FrameSource
  /** `null` where this browser cannot play it. */
  openVideo(file: Blob, signal: AbortSignal): Promise<VideoReader | null>
}

/** How far a video is on its way to become frames of the list. */
export type TakingFrames =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'failed' }

/** What is live now. */
export interface LiveState {
  /**
   * The newest frame as it would stand in the list, with what is said of it: of the last second where that is steadied.
   * It is judged as any picture is. `null` while nothing is ranked.
   */
  readonly picture: Picture | null
  /** Frames a second; `null` while there are too few to say. */
  readonly rate: number | null
  /** Frames ranked since the source was opened. */
  readonly ranked: number
  /** Why the newest frame has not been ranked. */
  readonly error: TaglensError | null
  /** Frames kept since the source was opened. */
  readonly kept: number
  /** The tag that is held, or was last, with how many frames became examples of it; `null` before that. */
  readonly holding: { readonly tagId: string; readonly count: number; readonly isOn: boolean } | null
  readonly steady: boolean
  readonly keepWhen: KeepWhen
  readonly taking: TakingFrames
}

/** Ranking what runs, beside the list of pictures. */
export interface Live {
  readonly store: StoreApi<LiveState>
  readonly sources: LiveSources
  /**
   * Ranks frames until it is ended: one at a time and always the newest, so a slow machine leaves frames out and is never
   * behind.
   * @returns ends it.
   */
  watch(frames: FrameSource, nameNow: () => string): () => void
  /** Adds the frame that was ranked last to the list; nothing while there is none. */
  keep(): Promise<void>
  /** Keeps frames as examples of a tag until it is let go, the newest at once. One tag at a time. */
  hold(tagId: string): void
  /**
   * Adds what was kept meanwhile to the list, marked, as one step. Resolves when it is; rejects where the code that marks
   * cannot be loaded.
   */
  letGo(): Promise<void>
  setSteady(steady: boolean): void
  setKeepWhen(when: KeepWhen): void
  /** Adds frames of a video to the list, one in `every` seconds, in one step. What has come when it is stopped is added. */
  takeFrames(video: File, every: number): Promise<void>
  stopTaking(): void
}
