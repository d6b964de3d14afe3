import { createLate } from '../../core/late'
import type { Picture } from '../../state/app-state'
import { fixedLabelModel } from '../../state/model/current-model'
import { fixedLabelRecord } from '../../state/tasks/fixed-labels/picture-record'
import type { FixedLabelResult as Result } from '../../state/tasks/fixed-labels/results'
import { CopyFooter } from '../ranking/copy-footer'
import { useAppState, useWords } from '../ui-context'
import { FixedLabelResult } from './fixed-label-result'
import { vitCopyLines } from './vit-copy-lines'

const copyForms = createLate(() => import('./vit-copy-forms'))

/** What a classifier's answer took, and the answer for machines. */
const FixedLabelFooter = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const model = useAppState((state) => fixedLabelModel(state.model))
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

interface FixedLabelRankingProps {
  readonly picture: Picture
  readonly result: Result
}

/** What a classifier found in a picture, in place of the bars of tags. Loaded with the first classifier. */
export const FixedLabelRanking = ({ picture, result }: FixedLabelRankingProps) => (
  <>
    <FixedLabelResult result={result} />
    <FixedLabelFooter picture={picture} />
  </>
)
