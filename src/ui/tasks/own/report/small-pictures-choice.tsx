import { useState } from 'react'
import { useActions } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { useOwnWords } from '../use-own-words'

interface SmallPicturesChoiceProps {
  readonly chosen: boolean
  readonly onChange: (chosen: boolean) => void
}

/** Whether a whole file shows and names its examples, and what that would add to it: not unless the person says so. */
export const SmallPicturesChoice = ({ chosen, onChange }: SmallPicturesChoiceProps) => {
  const { t, format } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const [weight, setWeight] = useState<{ readonly count: number; readonly bytes: number } | null>(null)
  const change = (now: boolean) => {
    onChange(now)
    if (now)
      void attempt(async () => {
        setWeight(await (await marking.load()).files.weighSmall())
      })
  }
  const known = chosen ? weight : null
  const adds =
    known === null
      ? t('own.smallHow')
      : known.count === 0
        ? t('own.smallNone')
        : t('own.smallAdds', { count: known.count, size: format.bytes(known.bytes) })
  return (
    <label className="flex gap-2.5 py-1">
      <input
        type="checkbox"
        checked={chosen}
        onChange={({ target }) => {
          change(target.checked)
        }}
        className="mt-0.5 size-4 shrink-0 touch:size-5"
      />
      <span>
        <span>{t('own.small')}</span>
        <span className="block text-12 text-muted">{adds}</span>
      </span>
    </label>
  )
}
