import { useMemo } from 'react'
import { holdsModel } from '../../core/model/holds-model'
import { describeTagChange } from '../tags/words'
import { useActions, usePlatform, useScreenStore } from '../ui-context'

const LISTS = new Set(['text/plain', 'text/csv', 'text/tab-separated-values'])

const isTagList = ({ type, name }: File): boolean => LISTS.has(type) || /\.(csv|tsv|txt)$/i.test(name)

/** Ways in. Whatever way files come, pictures join the list and lists of words become tags. */
export interface Intake {
  takeFiles(files: readonly File[]): Promise<void>
  takeText(text: string): void
  chooseFiles(): Promise<void>
  readonly chooseFolder: (() => Promise<void>) | null
  readonly openCamera: (() => Promise<void>) | null
  readonly pasteClipboard: (() => Promise<void>) | null
}

/** The ways in that this browser has. */
export const useIntake = (): Intake => {
  const { addPictures, addTags } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  return useMemo(() => {
    const takeText = (text: string) => {
      if (text.trim() !== '') screen.setState({ tagNote: describeTagChange(addTags(text)) })
    }
    const takeFiles = async (files: readonly File[]) => {
      if (holdsModel(files.map(({ name, webkitRelativePath }) => webkitRelativePath || name))) {
        screen.setState({ dialog: 'model', offeredModel: files })
        return
      }
      const pictures = files.filter((file) => !isTagList(file))
      if (pictures.length > 0) addPictures(pictures)
      for (const list of files.filter(isTagList)) takeText(await platform.readText(list))
    }
    const from = (ask: (() => Promise<readonly File[]>) | null) => ask && (async () => takeFiles(await ask()))
    return {
      takeFiles,
      takeText,
      chooseFiles: async () => takeFiles(await platform.pickFiles()),
      chooseFolder: from(platform.pickFolder),
      openCamera: from(platform.pictureFromCamera),
      pasteClipboard: from(platform.readClipboard),
    }
  }, [addPictures, addTags, platform, screen])
}
