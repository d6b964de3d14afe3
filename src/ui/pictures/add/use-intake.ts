import { useMemo } from 'react'
import { createLate } from '../../../core/late'
import { holdsModel } from '../../../core/model/files/holds-model'
import { describeError } from '../../../state/messages/describe-error'
import { describeTagChange } from '../../tags/describe-tag-change'
import { useAttempt } from '../../parts/use-attempt'
import { useActions, usePlatform, useScreenStore } from '../../ui-context'

const tagFiles = createLate(() => import('../../../core/tags/tag-file'))

const LISTS = new Set(['text/plain', 'text/csv', 'text/tab-separated-values', 'application/json'])

const isTagList = ({ type, name }: File): boolean => LISTS.has(type) || /\.(csv|tsv|txt|json)$/i.test(name)

const isJson = ({ type, name }: File): boolean => type === 'application/json' || /\.json$/i.test(name)

/** So that a tag with a comma stays one. */
const quoteTag = (tag: string): string => `"${tag.replaceAll('"', '""')}"`

/** Ways in. Whatever way files come, pictures join the list and lists of words become tags. */
export interface Intake {
  takeFiles(files: readonly File[]): Promise<void>
  takeText(text: string): void
  /** Pictures become tags; lists of words do as ever. */
  takeAsTags(files: readonly File[]): Promise<void>
  chooseFiles(): Promise<void>
  readonly chooseFolder: (() => Promise<void>) | null
  readonly openCamera: (() => Promise<void>) | null
  readonly pasteClipboard: (() => Promise<void>) | null
}

/** The ways in that this browser has. */
export const useIntake = (): Intake => {
  const { addPictureFileTags, addPictures, addTags } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const attempt = useAttempt()
  return useMemo(() => {
    const takeText = (text: string) => {
      if (text.trim() === '') return
      const change = addTags(text)
      screen.setState({ tagNote: (words) => describeTagChange(words, change) })
    }
    const takeList = async (list: File) => {
      const { readTagFile } = await tagFiles.load()
      const read = readTagFile(await platform.readText(list), isJson(list))
      if (read.kind === 'done') takeText(read.value.map(quoteTag).join(','))
      else if (read.kind === 'failed')
        screen.setState({
          tagNote: (words) => words.t('tags.listRefused', { reason: describeError(words, read.error).what }),
        })
    }
    const takeFiles = async (files: readonly File[]) => {
      if (holdsModel(files.map(({ name, webkitRelativePath }) => webkitRelativePath || name))) {
        screen.setState({ dialog: 'model', offeredModel: files })
        return
      }
      const pictures = files.filter((file) => !isTagList(file))
      if (pictures.length > 0) addPictures(pictures)
      for (const list of files.filter(isTagList)) {
        await attempt(() => takeList(list))
      }
    }
    const takeAsTags = async (files: readonly File[]) => {
      addPictureFileTags(files.filter((file) => !isTagList(file)))
      await takeFiles(files.filter(isTagList))
    }
    const from = (ask: (() => Promise<readonly File[]>) | null) => ask && (async () => takeFiles(await ask()))
    return {
      takeFiles,
      takeText,
      takeAsTags,
      chooseFiles: async () => takeFiles(await platform.pickFiles()),
      chooseFolder: from(platform.pickFolder),
      openCamera: from(platform.pictureFromCamera),
      pasteClipboard: from(platform.readClipboard),
    }
  }, [attempt, addPictureFileTags, addPictures, addTags, platform, screen])
}
