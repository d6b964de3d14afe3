import type { ComingFiles } from '../../core/incoming/entry-paths'
import type { Surroundings } from '../../core/model/offer/recommend-model'

/** What a drag over the window holds, as far as a browser says before the drop. */
export type DragContent =
  /** `count` is 0 where the browser hides how many. */
  | { readonly kind: 'pictures'; readonly count: number }
  | { readonly kind: 'folder' }
  /** A text, or a text or CSV file. `name` is empty where the browser hides it. */
  | { readonly kind: 'tags'; readonly name: string }
  | { readonly kind: 'unknown' }

/**
 * Browser services that the interface needs and that differ between browsers or devices. `platform`
 * implements it and `main.tsx` hands it over; tests and the component bench use a fake.
 *
 * Every method that asks the person for files answers with an empty list when they change their mind.
 */
export interface UiPlatform {
  /** Languages that the person reads, as BCP 47 tags, the best first. */
  languages(): readonly string[]
  /** May be asked on every `dragover`, so it must be cheap. */
  describeDrag(transfer: DataTransfer): DragContent
  /**
   * Takes hold of the files of a drop, and reads them when the answer is called, folders walked, in order. Must be
   * called within the `drop` event: the list is empty afterwards. Files of every kind are given; the caller tells
   * pictures from lists.
   */
  filesFromDrop(transfer: DataTransfer): () => Promise<ComingFiles<File> | null>
  /** Files of a `paste` event; empty for text. */
  filesFromPaste(event: ClipboardEvent): readonly File[]
  pickFiles(): Promise<readonly File[]>
  /** `null` where the browser cannot choose folders (phones). */
  readonly pickFolder: (() => Promise<ComingFiles<File>>) | null
  /** The same for a model: all of its files at once. */
  readonly pickModelFolder: (() => Promise<readonly File[]>) | null
  /** A ZIP file of pictures. */
  pickArchive(): Promise<readonly File[]>
  /** Opens the system's camera; `null` where there is none to open (desktops). */
  readonly pictureFromCamera: (() => Promise<readonly File[]>) | null
  /** Pictures on the clipboard, for a button; `null` where the browser does not let a page read it. */
  readonly readClipboard: (() => Promise<readonly File[]>) | null
  /** Files of any kind, for a model of one's own. */
  pickModelFiles(): Promise<readonly File[]>
  /** Whether pictures can be sorted into folders that the person chooses. */
  readonly canWriteFolders: boolean
  /** Hands a file to the person, as a download does. */
  saveFile(file: Blob, name: string): void
  /** Resolves to whether the text is on the clipboard now. */
  copyText(text: string): Promise<boolean>
  /**
   * Puts a PNG on the clipboard; resolves to whether it is there now. Called at once at a press, with a picture that
   * may still be on its way.
   */
  copyImage(png: Promise<Blob>): Promise<boolean>
  /** Text of a list of tags, decoded as UTF-8. */
  readText(file: File): Promise<string>
  /** What a model to recommend depends on: cores, memory, the line, what lies beside the app. */
  readSurroundings(): Promise<Surroundings>
}
