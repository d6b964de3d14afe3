import { createLate } from '../../../core/async/late'
import { tagTexts } from '../../../core/tags/tag-list'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import type { AppState, Picture } from '../../../state/app-state'
import { wordModel } from '../../../state/model/current-model'
import type { Selectors } from '../../../state/selectors'
import { wordsRecord } from '../../../state/tasks/zero-shot/picture-record'
import { CopyFooter } from '../../ranking/copy-footer'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { copyLines } from '../../ranking/copy-menu-lines'

const copyForms = createLate(() => import('./copy-forms'))

interface RecordFooterProps {
  readonly picture: Picture
  /** The record of whatever answers, in a state. */
  readonly recordOf: (state: AppState, selectors: Selectors) => ClassificationRecord | null
}

/** What a ranking by tags took, and the ranking for machines. */
export const TagRecordFooter = ({ picture, recordOf }: RecordFooterProps) => {
  const words = useWords()
  const { store, selectors } = useApp()
  const model = useAppState((state) => wordModel(state.model))
  if (model === null) return null
  return (
    <CopyFooter
      picture={picture}
      model={model}
      record={() => recordOf(store.getState(), selectors)}
      forms={copyLines(words)}
      textOf={async (form, result) =>
        (await copyForms.load()).copiedText(form, result, tagTexts(store.getState().tags))
      }
    />
  )
}

/** The same of what the words say. */
export const TagFooter = ({ picture }: { readonly picture: Picture }) => (
  <TagRecordFooter
    picture={picture}
    recordOf={(state, selectors) => wordsRecord(state, selectors, picture)}
  />
)
