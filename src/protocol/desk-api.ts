import type { AbsentFile } from '../core/desk/absent-files'
import type { Differing } from '../core/desk/duplicates/differing'
import type { KeptSet, KeptTag } from '../core/desk/kept-set'
import type { Outcome } from '../core/errors/outcome'
import type { EncodedByModel } from '../core/model/picture-encoding'
import type { FolderApi } from './folder-api'
import type { MoveApi } from './move-api'
import type { PictureFacts } from './pixel-api'
import type { ProjectApi } from './project-api'

/** Where a picture lies in a folder of the person's, which the browser lets the page read. */
export interface FolderSource {
  readonly folder: FileSystemDirectoryHandle
  /** From the folder on, parted by slashes. */
  readonly path: string
}

/** A picture that has joined a list, or that has become a tag: its id is of its own, and the order has it not. */
export type AddedPicture = {
  readonly id: string
  readonly name: string
  readonly tag?: KeptTag
} & (
  | { readonly file: Blob; readonly source?: undefined; readonly absent?: undefined }
  /** It has no bytes: its file is on another machine. */
  | { readonly file: Blob; readonly source?: undefined; readonly absent: AbsentFile }
  /** Its bytes stay where they are. What is known of the file is enough then: a file as such takes the page long to send. */
  | {
      readonly file: Pick<File, 'type' | 'size' | 'lastModified'>
      readonly source: FolderSource
      readonly absent?: undefined
    }
)

/** A picture that has been encoded. */
export interface EncodedRow {
  readonly id: string
  readonly facts: PictureFacts
  readonly encoded: EncodedByModel
}

/** What has changed in a list since it was told last. */
export interface SetChange {
  readonly added: readonly AddedPicture[]
  readonly removed: readonly string[]
  /** Ids of the whole list in its order; `null` where the list is the same. */
  readonly order: readonly string[] | null
  readonly encoded: readonly EncodedRow[]
}

/** A picture of a list of an earlier visit. */
export interface KeptPicture {
  readonly id: string
  readonly name: string
  readonly file: Blob
  /** `null` where it was never decoded, or has changed since. */
  readonly facts: PictureFacts | null
  readonly source?: FolderSource
  /** Where its file is not on this machine: `file` is empty then. */
  readonly absent?: AbsentFile
}

/** A picture that was a tag. */
export interface KeptPictureTag {
  readonly id: string
  readonly file: Blob
  readonly tag: KeptTag
}

/** A part of a list of an earlier visit. */
export interface OpenedSet {
  readonly pictures: readonly KeptPicture[]
  /** In the order of the tags; with the first part alone. */
  readonly tags: readonly KeptPictureTag[]
  /** Names of those that were not kept, since there was no room or no time. */
  readonly missing: readonly string[]
  /** Names of those that are no longer in their folder, and of those whose files have changed there since. */
  readonly gone: readonly string[]
  readonly changed: readonly string[]
  /** Where the next part begins; `null` where this is the last. */
  readonly next: number | null
}

/** A part of the pictures that have come into the folders of a list since it was here last. */
export interface ArrivedPictures {
  readonly pictures: readonly { readonly name: string; readonly file: File; readonly source: FolderSource }[]
  /** Where the next part begins; `null` where this is the last. */
  readonly next: number | null
}

/** What a picture is known as, with what a model has made of it. */
export interface Recalled {
  readonly facts: PictureFacts
  readonly encoded: EncodedByModel
}

/**
 * What the desk worker does: the one owner of pictures that outlive a visit, of their vectors and renditions. What is
 * known of a picture hangs on its bytes alone, so it is found again whatever the file is called.
 */
export interface DeskApi extends FolderApi, MoveApi, ProjectApi {
  /** Lists of earlier visits with a picture at least, the newest first. Drops what was left over of others. */
  list(): Promise<Outcome<readonly KeptSet[]>>
  /**
   * Makes a list this tab's own, until the worker ends; a list that does not exist begins empty.
   * @returns ids of the pictures that it has; `null` where another tab has it open, or nothing can be kept.
   */
  hold(setId: string): Promise<Outcome<readonly string[] | null>>
  /**
   * Takes down a change of the list that is held. Bytes of added pictures are copied after the call has ended, one
   * after another.
   * @returns how many pictures of the list found no room so far.
   */
  keep(change: SetChange): Promise<Outcome<number>>
  /** The folders that pictures of a list lie in, which have to be allowed before it is opened. */
  folders(setId: string): Promise<Outcome<readonly FileSystemDirectoryHandle[]>>
  /**
   * The pictures of a list, in its order and in parts: a screen of them first, since each file is asked for by itself.
   * @param from 0, or `next` of the part before.
   */
  open(setId: string, from: number): Promise<Outcome<OpenedSet>>
  /**
   * Pictures that have come into the folders of a list since it was here last, in the order of their names and in parts.
   * Those that the person took off the list are not among them.
   * @param from 0, or `next` of the part before.
   */
  arrived(setId: string, from: number): Promise<Outcome<ArrivedPictures>>
  /** The pictures, by their bytes, of which is kept what a model has made of them. */
  known(modelKey: string): Promise<Outcome<readonly string[]>>
  /** What is known of pictures by their bytes and a model, in the same order; `null` where nothing is. */
  recall(modelKey: string, sha256s: readonly string[]): Promise<Outcome<readonly (Recalled | null)[]>>
  /** Resolves when all bytes of added pictures are copied. */
  whenCopied(): Promise<Outcome<null>>
  /** What a person has said differs, at earlier visits too. */
  differing(): Promise<Outcome<readonly Differing[]>>
  keepDiffering(put: readonly Differing[], removed: readonly string[]): Promise<Outcome<null>>
  /**
   * Deletes lists, and what is known of pictures that no other list has.
   * @returns SHA-256s of the pictures of these lists that no list has any longer.
   */
  forget(setIds: readonly string[]): Promise<Outcome<readonly string[]>>
}
