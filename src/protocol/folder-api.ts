import type { Outcome } from '../core/errors/outcome'

/** A part of the files below a folder. */
export interface FoundFiles {
  /** Each with its place from the folder on, parted by slashes. */
  readonly files: readonly { readonly path: string; readonly file: File }[]
  /** Where the next part begins; `null` where this is the last. */
  readonly next: number | null
}

/** Reads folders of the person's beside the page, whose thread pays for each handle and for each file that it asks for. */
export interface FolderApi {
  /**
   * The files below a folder, in the order of their names and in parts. What cannot be read (no permission, gone) is left
   * out.
   * @param walkId of the caller's choice, another for each walk.
   * @param from 0, or `next` of the part before.
   * @param count of files to look at for this part.
   * @param onFound told now and then how many names have been read, since that takes a minute on a slow disk.
   */
  walk(
    walkId: string,
    folder: FileSystemDirectoryHandle,
    from: number,
    count: number,
    onFound: (found: number) => void,
  ): Promise<Outcome<FoundFiles>>
  /** Ends a walk that is not gone on with. */
  endWalk(walkId: string): Promise<Outcome<null>>
}
