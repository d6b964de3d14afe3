import { useMemo, useState } from 'react'
import { useAppState } from '../../../context/ui-context'
import { ConfusionTable } from '../../agreement/confusion-table'
import { ExampleList } from '../example-list'
import { useListed } from '../use-listed'
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
  const [looked, setLooked] = useState<{ readonly text: string; readonly ids: readonly string[] } | null>(
    null,
  )
  const listed = useListed(useMemo(() => (answers ?? []).map(({ id }) => id), [answers]))
  const names = several ? [t('own.no'), t('own.yes')] : classes.map(({ text }) => text)
  return (
    <div className="grid gap-1.5">
      <ConfusionTable
        title={t('own.table')}
        how={t('own.tableHow')}
        names={names}
        table={table}
        cell={(count, truth, answer) => t('own.cell', { count, truth, answer })}
        onShow={(truth, answer) => {
          const ids = (answers ?? [])
            .filter((said) => said.truth === truth && said.answer === answer)
            .map(({ id }) => id)
          const text = t('own.answered', { truth: names[truth] ?? '', answer: names[answer] ?? '' })
          // What came in a file is not on the list: here is what is known of it.
          if (ids.some((id) => listed.has(id))) showOnly(ids, text)
          else setLooked({ text, ids })
        }}
      />
      {looked ? (
        <p role="status" className="flex max-w-prose flex-wrap items-center gap-1.5 text-12">
          <span className="text-muted">{t('own.notListed', { what: looked.text })}</span>
          <ExampleList ids={looked.ids} onOpened={onShown} />
        </p>
      ) : null}
    </div>
  )
}
