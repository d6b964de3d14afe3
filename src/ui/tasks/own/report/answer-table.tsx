import { useAppState } from '../../../context/ui-context'
import { ConfusionTable } from '../../agreement/confusion-table'
import { useOwnWords } from '../use-own-words'
import { useClasses } from './use-classes'
import { useShowOnly } from './use-show-only'

/** Held-out examples by what was said and what was answered; a number shows its pictures. */
export const AnswerTable = ({ onShown }: { readonly onShown: () => void }) => {
  const { t } = useOwnWords()
  const classes = useClasses()
  const table = useAppState(({ own }) => own?.report?.table ?? [])
  const answers = useAppState(({ own }) => own?.findings?.answers ?? null)
  const several = useAppState(({ own }) => own?.mode === 'multi')
  const showOnly = useShowOnly(onShown)
  const names = several ? [t('own.no'), t('own.yes')] : classes.map(({ text }) => text)
  return (
    <ConfusionTable
      title={t('own.table')}
      how={t('own.tableHow')}
      names={names}
      table={table}
      cell={(count, truth, answer) => t('own.cell', { count, truth, answer })}
      onShow={(truth, answer) => {
        const meant = (answers ?? []).filter((said) => said.truth === truth && said.answer === answer)
        showOnly(
          meant.map(({ id }) => id),
          t('own.answered', { truth: names[truth] ?? '', answer: names[answer] ?? '' }),
        )
      }}
    />
  )
}
