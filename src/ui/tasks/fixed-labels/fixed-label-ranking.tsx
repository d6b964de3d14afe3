import { createLate } from '../../../core/async/late'
import type { Picture } from '../../../state/app-state'
import { modelFor } from '../../../state/model/current-model'
import { fixedLabelRecord } from '../../../state/tasks/fixed-labels/picture-record'
import { CopyFooter } from '../../ranking/copy-footer'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { FixedLabelResultView } from './fixed-label-result'
import { vitCopyLines } from './vit-copy-lines'

const copyForms = createLate(() => import('./vit-copy-forms'))

/** What a classifier's answer took, and the answer for machines. */
const FixedLabelFooter = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const model = useAppState((state) => modelFor(state.model, 'fixed-labels'))
  if (!model) return null
  return (
    <CopyFooter
      picture={picture}
      model={model}
      record={() => fixedLabelRecord(picture, model)}
      forms={vitCopyLines(words)}
      textOf={async (form, record) => (await copyForms.load()).copyVitText(form, record)}
    />
  )
}

const useResult = (picture: Picture) => {
  const { selectors } = useApp()
  return useAppState((state) => selectors.tasks['fixed-labels'].result(state, picture))
}

/** The bars alone. */
export const FixedLabelBars = ({ picture }: { readonly picture: Picture }) => {
  const result = useResult(picture)
  return result && <FixedLabelResultView result={result} />
}

/** What a classifier found in a picture, in place of the bars of tags. */
export const FixedLabelRanking = ({ picture }: { readonly picture: Picture }) => (
  <>
    <FixedLabelBars picture={picture} />
    <FixedLabelFooter picture={picture} />
  </>
)
