import type { Bytes } from '../brands'

/** A list of pictures that is kept on this device, as a later visit is offered it. */
export interface KeptSet {
  readonly id: string
  /** The folder or archive that all of its pictures came from; empty where there is none. */
  readonly folder: string
  readonly pictures: number
  /** Bytes of the pictures themselves on this device. */
  readonly bytes: Bytes
  /** Pictures that lie in a folder of the person's, and are read from there. */
  readonly inPlace: number
  /** Pictures that there was no room for: their names are known, and they have to be added again. */
  readonly missing: number
  /** Milliseconds since 1970. */
  readonly changedAt: number
  /** Whether a tab has it open now. */
  readonly isOpen: boolean
}

/** What of a tag that is a picture is kept beside the picture. */
export interface KeptTag {
  readonly text: string
  readonly hue: number
  readonly threshold: number | null
  /** How many tags stood before it. */
  readonly place: number
}

/** Most bytes of pictures that are kept on a device. The rest of a browser's share is for models. */
const MOST_KEPT = 4e9 as Bytes

/** Part of the room that the browser has left which pictures may take. */
const SHARE_OF_ROOM = 0.5

/**
 * Bytes of pictures that may still be kept.
 * @param kept bytes of pictures that are kept already.
 * @param room what the browser has left for this site; `null` where it does not say.
 */
export const roomForPictures = (kept: number, room: number | null): number =>
  Math.max(0, Math.min(MOST_KEPT - kept, room === null ? Infinity : room * SHARE_OF_ROOM))
