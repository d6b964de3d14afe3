import { createLate } from '../../core/late'
import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/current-model'
import { pictureRecord } from '../../state/tasks/zero-shot/picture-record'
import type { PictureJudgement } from '../../state/tasks/zero-shot/judgements'
import { useApp, useAppState, useWords } from '../ui-context'
import { CopyFooter } from './copy-footer'
import { copyLines, type CopyForm } from './copy-menu-lines'

const copyForms = createLate(() => import('./copy-forms'))

interface ResultFooterProps {
  readonly picture: Picture
  readonly judgement: PictureJudgement
}

/** What a ranking took, and the ranking for machines. */
export const ResultFooter = ({ picture, judgement }: ResultFooterProps) => {
  const words = useWords()
  const { store } = useApp()
  const model = useAppState((state) => currentModel(state.model))
  if (picture.phase.kind !== 'ready' || model === null) return null
  const record = () => pictureRecord(picture, judgement, model, store.getState().settings)
  const textOf = async (form: CopyForm) => {
    const result = record()
    if (result === null) return null
    const { copyText } = await copyForms.load()
    return copyText(form, result)
  }
  return (
    <CopyFooter
      time={picture.phase.encoded.time}
      device={model.device}
      dtype={model.dtype.vision}
      json={() => JSON.stringify(record(), null, 2)}
      forms={copyLines(words)}
      textOf={textOf}
    />
  )
}
