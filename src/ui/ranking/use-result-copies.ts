import { createLate } from '../../core/async/late'
import type { Picture } from '../../state/app-state'
import { useApp, usePlatform, useWords } from '../context/ui-context'
import type { PictureLabel } from '../../state/tasks/task'
import type { Wording } from '../../words/wording'

/** Marks that keep figures and names apart from what stands around them: of no use outside of the page. */
const ISOLATES = /[\u2066-\u2069]/g

/** A result as people write it: the picture's name, then a line for each label, or that the model cannot tell. */
const resultAsText = (name: string, rows: readonly PictureLabel[], { t, format }: Wording): string =>
  [
    name,
    ...(rows.length === 0 ? [t('ranking.cannotTell')] : []),
    ...rows.map(({ tag, probability }) =>
      probability === null ? tag : `${tag}: ${format.percent(probability)}\u202f%`,
    ),
  ]
    .join('\n')
    .replace(ISOLATES, '')

const forPeople = createLate(() => import('./result-forms'))

/** The forms of a result that people want first, in the order of the menu. */
export const PEOPLE_FORMS = ['text', 'image', 'csv'] as const

/** What became of a copy: a text of the interface. */
export type CopyOutcome = 'ranking.copied' | 'ranking.notCopied' | 'ranking.savedInstead'

/** Copies what is said of a picture. */
export interface ResultCopies {
  /** In words, for where it is pasted. */
  text(): string
  /** Rejects where the part of the page that does so cannot be loaded. */
  copy(form: (typeof PEOPLE_FORMS)[number]): Promise<CopyOutcome>
  copyText(text: string): Promise<CopyOutcome>
}

/** How the result of a picture is copied; what it says is read when it is copied. */
export const useResultCopies = (): ((picture: Picture) => ResultCopies) => {
  const words = useWords()
  const { store, selectors } = useApp()
  const platform = usePlatform()
  const copyText = async (text: string): Promise<CopyOutcome> =>
    (await platform.copyText(text)) ? 'ranking.copied' : 'ranking.notCopied'
  return (picture) => {
    const { name, phase, file } = picture
    const rows = () => {
      const state = store.getState()
      return selectors.isBeyondModel(state, picture) ? [] : selectors.labels(state, picture)
    }
    const text = () => resultAsText(name, rows(), words)
    const copyImage = async (): Promise<CopyOutcome> => {
      // The browser cannot draw every file that the app reads; its rendition it can.
      const shown = phase.kind === 'ready' && !phase.facts.isShowable ? phase.facts.thumbnail : file
      const drawn = forPeople.load().then(({ drawResult }) => drawResult(shown, rows(), words))
      if (await platform.copyImage(drawn)) return 'ranking.copied'
      platform.saveFile(await drawn, `${name}.png`)
      return 'ranking.savedInstead'
    }
    return {
      text,
      copyText,
      copy: async (form) => {
        switch (form) {
          case 'text':
            return copyText(text())
          case 'image':
            return copyImage()
          case 'csv':
            return copyText((await forPeople.load()).resultAsCsv(name, rows()))
        }
      },
    }
  }
}
