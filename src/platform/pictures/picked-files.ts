import { createLate } from '../../core/async/late'
import type { ComingFiles } from '../../core/incoming/entry-paths'
import type { FolderReading } from './folders/walk-folder'

/** How a file dialog is opened. */
interface PickOptions {
  readonly accept: string
  readonly multiple: boolean
  readonly folder: boolean
  readonly capture: boolean
}

/** What the dialogs offer; the ends of names are of formats for which not every system knows a type. */
const PICTURES =
  'image/*,.heic,.heif,.avif,.jxl,.tif,.tiff,.svg,.arw,.cr2,.cr3,.dng,.nef,.nrw,.orf,.pef,.raf,.rw2,.srw'

/** Opens a dialog through an input of its own; an empty list when the person changes their mind. */
export const pick = ({ accept, multiple, folder, capture }: PickOptions): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.webkitdirectory = folder
    if (capture) input.capture = 'environment'
    input.hidden = true
    const finish = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', finish, { once: true })
    input.addEventListener('cancel', finish, { once: true })
    // Attached, because some browsers drop the dialog of an input that nothing refers to.
    document.body.append(input)
    input.click()
  })

/** Lets the person choose pictures. */
export const pickFiles = (): Promise<readonly File[]> =>
  pick({ accept: PICTURES, multiple: true, folder: false, capture: false })

/** Lets the person choose an archive of pictures, or a classifier, which is one too. */
export const pickArchive = (): Promise<readonly File[]> =>
  pick({ accept: '.zip,.taglens,application/zip', multiple: true, folder: false, capture: false })

/** Lets the person choose a model's files: all of them, or one pack. */
export const pickModelFiles = (): Promise<readonly File[]> =>
  pick({ accept: '', multiple: true, folder: false, capture: false })

const isCoarse = (): boolean => matchMedia('(pointer: coarse)').matches

/** Lets the person choose a folder through an input; `null` on phones, whose browsers cannot. */
const folderInput = (): (() => Promise<readonly File[]>) | null =>
  isCoarse() || !('webkitdirectory' in HTMLInputElement.prototype)
    ? null
    : () => pick({ accept: '', multiple: true, folder: true, capture: false })

const handles = createLate(() => import('./folders/pick-folder'))
const listing = createLate(() => import('./folders/list-input'))

interface FolderPickers {
  readonly pickModelFolder: (() => Promise<readonly File[]>) | null
  readonly pickFolder: (() => Promise<ComingFiles<File>>) | null
  /** Whether pictures can be sorted into folders that the person chooses: Chromium alone lets a page write there. */
  readonly canWriteFolders: boolean
}

/**
 * How folders are chosen: pictures by Chromium's own picker where there is one, since such a folder can be read again at a
 * later visit; the files of a model all at once. `null` on phones, whose browsers cannot.
 */
export const folderPickers = (reading: FolderReading): FolderPickers => {
  const input = folderInput()
  const hasPicker = input && 'showDirectoryPicker' in window
  /** The dialog is opened before anything is waited for: it takes a press. */
  const listed =
    input &&
    (async () => {
      const files = input()
      return (await listing.load()).showListing(files, reading.startFinding)
    })
  return {
    pickModelFolder: input,
    canWriteFolders: 'showDirectoryPicker' in window,
    pickFolder: hasPicker && listed ? async () => (await handles.load()).pickFolder(reading, listed) : listed,
  }
}

/** Opens the system's camera; `null` where the browser would only open a file dialog. */
export const cameraPicker = (): (() => Promise<readonly File[]>) | null =>
  isCoarse() ? () => pick({ accept: 'image/*', multiple: false, folder: false, capture: true }) : null
