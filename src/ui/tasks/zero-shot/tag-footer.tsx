import { createLate } from '../../../core/async/late'
import { tagTexts } from '../../../core/tags/tag-list'
import type { Picture } from '../../../state/app-state'
import { modelFor } from '../../../state/model/current-model'
import { pictureRecord } from '../../../state/tasks/zero-shot/picture-record'
import { CopyFooter } from '../../ranking/copy-footer'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { copyLines } from '../../ranking/copy-menu-lines'

const copyForms = createLate(() => import('./copy-forms'))

/** What a ranking took, and the ranking for machines. */
export const TagFooter = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const { store, selectors } = useApp()
  const model = useAppState((state) => modelFor(state.model, 'zero-shot'))
  if (model === null) return null
  const record = () => {
    const state = store.getState()
    return pictureRecord(
      picture,
      selectors.tasks['zero-shot'].judgement(state, picture),
      model,
      state.settings,
      selectors.isBeyondModel(state, picture),
    )
  }
  return (
    <CopyFooter
      picture={picture}
      model={model}
      record={record}
      forms={copyLines(words)}
      textOf={async (form, result) =>
        (await copyForms.load()).copyText(form, result, tagTexts(store.getState().tags))
      }
    />
  )
}
