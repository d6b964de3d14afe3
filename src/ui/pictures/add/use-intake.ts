import { useMemo } from 'react'
import { createLate } from '../../../core/late'
import type { LandsOn } from '../../../core/incoming/sort-entries'
import { describeError } from '../../../state/messages/describe-error'
import { describeTagChange } from '../../tags/describe-tag-change'
import { useAttempt } from '../../parts/use-attempt'
import { useActions, usePlatform, useScreenStore } from '../../ui-context'

const tagFiles = createLate(() => import('../../../core/tags/tag-file'))

const isJson = ({ type, name }: File): boolean => type === 'application/json' || /\.json$/i.test(name)

/** So that a tag with a comma stays one. */
const quoteTag = (tag: string): string => `"${tag.replaceAll('"', '""')}"`

/** Ways in. Whatever way files come, pictures join the list; what else they are is decided in one place. */
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
  const { addTags, takeFiles: takeIn } = useActions()
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
    const take = async (files: readonly File[], landsOn: LandsOn) => {
      await attempt(async () => {
        const { model, lists } = await takeIn(files, landsOn)
        if (model) screen.setState({ dialog: 'model', offeredModel: model })
        for (const list of lists) await takeList(list)
      })
    }
    /** Who closes a dialog has chosen nothing. */
    const takeChosen = async (files: readonly File[]) => {
      if (files.length > 0) await take(files, 'pictures')
    }
    const from = (ask: (() => Promise<readonly File[]>) | null) =>
      ask && (async () => takeChosen(await ask()))
    return {
      takeFiles: (files) => take(files, 'pictures'),
      takeText,
      takeAsTags: (files) => take(files, 'tags'),
      chooseFiles: async () => takeChosen(await platform.pickFiles()),
      chooseFolder: from(platform.pickFolder),
      openCamera: from(platform.pictureFromCamera),
      pasteClipboard: from(platform.readClipboard),
    }
  }, [attempt, addTags, takeIn, platform, screen])
}
