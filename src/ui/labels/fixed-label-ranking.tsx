import { createLate } from '../../core/late'
import type { Picture } from '../../state/app-state'
import type { FixedLabelResult as Result } from '../../state/tasks/fixed-labels/results'
import { FixedLabelResult } from './fixed-label-result'
import { fixedLabelModel } from '../../state/current-model'
import { fixedLabelRecord } from '../../state/tasks/fixed-labels/picture-record'
import { CopyFooter } from '../ranking/copy-footer'
import { useAppState, useWords } from '../ui-context'
import { type VitCopyForm, vitCopyLines } from './vit-copy-lines'

const copyForms = createLate(() => import('./vit-copy-forms'))

/** What a classifier's answer took, and the answer for machines. */
const FixedLabelFooter = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const model = useAppState((state) => fixedLabelModel(state.model))
  if (picture.phase.kind !== 'ready' || !model) return null
  const record = () => fixedLabelRecord(picture, model)
  const textOf = async (form: VitCopyForm) => {
    const result = record()
    if (result === null) return null
    const { copyVitText } = await copyForms.load()
    return copyVitText(form, result)
  }
  return (
    <CopyFooter
      time={picture.phase.encoded.time}
      device={model.device}
      dtype={model.dtype.vision}
      json={() => JSON.stringify(record(), null, 2)}
      forms={vitCopyLines(words)}
      textOf={textOf}
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
