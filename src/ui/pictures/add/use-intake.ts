import { useMemo } from 'react'
import { createLate } from '../../../core/async/late'
import type { ComingFiles } from '../../../core/incoming/entry-paths'
import type { DraggedTexts } from '../../../core/incoming/dragged-addresses'
import type { LandsOn } from '../../../core/incoming/sort-entries'
import { describeTagChange } from '../../tags/describe-tag-change'
import { useAttempt } from '../../parts/use-attempt'
import { useActions, usePlatform, useScreenStore, useWordsStore } from '../../context/ui-context'

const dragged = createLate(() => import('../../../core/incoming/dragged-addresses'))
const tagLists = createLate(() => import('../../tags/take-tag-list'))

/** Ways in. Whatever way files come, pictures join the list; what else they are is decided in one place. */
export interface Intake {
  takeFiles(files: readonly File[]): Promise<void>
  takeText(text: string): void
  /** Whatever was let go here: files, folders, a picture of another page, a text. Called within the `drop` event. */
  takeDrop(transfer: DataTransfer, landsOn: LandsOn): Promise<void>
  chooseFiles(): Promise<void>
  readonly chooseFolder: (() => Promise<void>) | null
  chooseArchive(): Promise<void>
  /** Opens the system's camera. */
  readonly openCamera: (() => Promise<void>) | null
  /** Opens what ranks a camera, a window or a video as it runs. */
  openLive(): void
  /** Opens the dialog for the address of a picture. */
  typeAddress(): void
  readonly pasteClipboard: (() => Promise<void>) | null
}

/** The ways in that this browser has. */
export const useIntake = (): Intake => {
  const { addTags, takeAddresses, takeFiles: takeIn, whileReadingIn } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const words = useWordsStore()
  const attempt = useAttempt()
  return useMemo(() => {
    const readIn = (read: () => Promise<void>) => whileReadingIn(() => attempt(read))
    const takeText = (text: string) => {
      if (text.trim() === '') return
      const change = addTags(text)
      screen.setState({ tagNote: (words) => describeTagChange(words, change) })
    }
    const take = async (files: ComingFiles<File>, landsOn: LandsOn) => {
      await readIn(async () => {
        const { model, lists, video } = await takeIn(files, landsOn)
        if (model) screen.setState({ dialog: 'model', offeredModel: model })
        if (video) screen.setState({ dialog: 'live', offeredVideo: video })
        for (const list of lists)
          await (
            await tagLists.load()
          ).takeTagList(list, { addTags, readText: platform.readText, screen, words })
      })
    }
    const takeTexts = async (texts: DraggedTexts, landsOn: LandsOn) => {
      if (texts.html + texts.uriList === '') {
        takeText(texts.text)
        return
      }
      await readIn(async () => {
        const addresses = (await dragged.load()).draggedAddresses(texts)
        if (addresses.length > 0) takeAddresses(addresses, landsOn)
        else takeText(texts.text)
      })
    }
    /** Who closes a dialog has chosen nothing. */
    const takeChosen = async (files: ComingFiles<File>) => {
      if (files.length > 0) await take(files, 'pictures')
    }
    /** What asks may come late, and not at all. */
    const from = (ask: (() => Promise<ComingFiles<File>>) | null) =>
      ask && (() => attempt(async () => takeChosen(await ask())))
    return {
      takeFiles: (files) => take(files, 'pictures'),
      takeText,
      takeDrop: async (transfer, landsOn) => {
        const texts = {
          html: transfer.getData('text/html'),
          uriList: transfer.getData('text/uri-list'),
          text: transfer.getData('text/plain'),
        }
        const readFiles = transfer.types.includes('Files') ? platform.filesFromDrop(transfer) : null
        if (readFiles === null) await takeTexts(texts, landsOn)
        else
          await readIn(async () => {
            const files = await readFiles()
            if (files === null) return
            // A browser may announce the file of a dragged picture and not give it.
            if (files.length === 0 && texts.html !== '') await takeTexts(texts, landsOn)
            else await take(files, landsOn)
          })
      },
      chooseFiles: async () => takeChosen(await platform.pickFiles()),
      chooseFolder: from(platform.pickFolder),
      chooseArchive: async () => takeChosen(await platform.pickArchive()),
      openCamera: from(platform.pictureFromCamera),
      openLive: () => {
        screen.setState({ dialog: 'live' })
      },
      typeAddress: () => {
        screen.setState({ dialog: 'address' })
      },
      pasteClipboard: from(platform.readClipboard),
    }
  }, [attempt, addTags, takeAddresses, takeIn, whileReadingIn, platform, screen, words])
}
