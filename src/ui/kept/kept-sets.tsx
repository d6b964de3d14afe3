import { use, useEffect, useState } from 'react'
import type { KeptSet } from '../../core/desk/kept-set'
import { kept } from '../../words/en/pictures/kept'
import { Button } from '../primitives/button'
import { QuestionInPlace } from '../primitives/question-in-place'
import { CutText } from '../primitives/cut-text/cut-text'
import { useActions, useAppState, useWordsWith } from '../context/ui-context'

/** The words of this part, which come with it (ADR 31). */
const useKeptWords = () => useWordsWith(kept)

const SetRow = ({ set, forgets }: { readonly set: KeptSet; readonly forgets: boolean }) => {
  const { t, format } = useKeptWords()
  const { keptPictures } = useActions()
  const { open, forget } = use(keptPictures.held())
  const [asking, setAsking] = useState(false)
  const [now] = useState(Date.now)
  const count = t('kept.pictures', { count: set.pictures })
  const name = set.folder === '' ? count : t('kept.inFolder', { folder: set.folder, pictures: count })
  if (asking)
    return (
      <li>
        <QuestionInPlace
          question={t('kept.forgetAsk', { name })}
          yes={t('kept.forgetYes')}
          no={t('kept.forgetNo')}
          onYes={() => void forget([set.id])}
          onNo={() => {
            setAsking(false)
          }}
        />
      </li>
    )
  const detail = { size: format.bytes(set.bytes), ago: format.ago(set.changedAt, now) }
  return (
    <li className="flex min-w-0 items-center gap-2">
      <div className="min-w-0 flex-1 text-start">
        <CutText text={name} className="block" />
        <span className="block text-12 text-muted">
          {set.isOpen
            ? t('kept.isOpen')
            : set.bytes === 0 && set.inPlace > 0
              ? t('kept.inPlace', { ago: detail.ago })
              : t('kept.detail', detail)}
        </span>
      </div>
      {set.isOpen ? null : (
        <Button size="small" aria-label={t('kept.openNamed', { name })} onClick={() => void open(set.id)}>
          {t('kept.open')}
        </Button>
      )}
      {forgets ? (
        <Button
          size="small"
          aria-label={t('kept.forgetNamed', { name })}
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('kept.forget')}
        </Button>
      ) : null}
    </li>
  )
}

/** The newest lists of earlier visits, to go on with where there is no picture yet. */
export const OpenAgain = () => {
  const { t } = useKeptWords()
  const sets = useAppState(({ keptSets }) => keptSets).filter(({ isOpen }) => !isOpen)
  if (sets.length === 0) return null
  return (
    <section aria-label={t('kept.again')} className="mt-6 w-full max-w-sm border-t border-line pt-4">
      <h4 className="pb-2 text-13 font-semibold">{t('kept.again')}</h4>
      <ul className="flex flex-col gap-2">
        {sets.slice(0, 3).map((set) => (
          <SetRow key={set.id} set={set} forgets={false} />
        ))}
      </ul>
    </section>
  )
}

/** The switch that keeps pictures, and all that is kept. */
export const KeptPictures = () => {
  const { t } = useKeptWords()
  const { keptPictures } = useActions()
  const { keep, refresh } = use(keptPictures.held())
  useEffect(() => void refresh(), [refresh])
  const keeps = useAppState(({ settings }) => settings.keepsPictures)
  const sets = useAppState(({ keptSets }) => keptSets)
  return (
    <section aria-label={t('kept.title')} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-13 font-semibold">{t('kept.title')}</h3>
      <label className="flex gap-2.5">
        <input
          type="checkbox"
          checked={keeps}
          onChange={({ target }) => void keep(target.checked)}
          className="mt-0.5 size-4 shrink-0 touch:size-5"
        />
        <span>
          <span>{t('kept.keep')}</span>
          <span className="block text-12 text-muted">{t('kept.keepText')}</span>
        </span>
      </label>
      {sets.length === 0 ? (
        <p className="text-12 text-muted">{t('kept.none')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {sets.map((set) => (
            <SetRow key={set.id} set={set} forgets />
          ))}
        </ul>
      )}
    </section>
  )
}
