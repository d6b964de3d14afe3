import { createLate } from '../../core/late'
import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/model/current-model'
import { pictureRecord } from '../../state/tasks/zero-shot/picture-record'
import type { PictureJudgement } from '../../state/tasks/zero-shot/judgements'
import { useApp, useAppState, useWords } from '../ui-context'
import { CopyFooter } from './copy-footer'
import { copyLines } from './copy-menu-lines'

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
  if (model === null) return null
  return (
    <CopyFooter
      picture={picture}
      model={model}
      record={() => pictureRecord(picture, judgement, model, store.getState().settings)}
      forms={copyLines(words)}
      textOf={async (form, record) => (await copyForms.load()).copyText(form, record)}
    />
  )
}
