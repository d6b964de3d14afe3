import { BY_ARRIVAL } from '../../../core/desk/view/view'
import { wordModel } from '../../../state/model/current-model'
import { exampleCounts } from '../../../state/tasks/decisions/decisions'
import { unlikenessOf } from '../../../state/tasks/own/good/unlikeness-of'
import type { Picture } from '../../../state/app-state'
import { useActions, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { useOwnWords } from './use-own-words'

/** Good ones from which on the order says something. */
const FEWEST = 3

/** The only tag that has examples, where there are enough to compare with; `null` where two have. */
const useOnlyTag = () => {
  const tags = useAppState((state) => state.tags)
  const marks = useAppState((state) => state.marks)
  const counts = exampleCounts(marks)
  const taught = tags.filter(({ id }) => counts.has(id))
  const [only] = taught
  return taught.length === 1 && only && (counts.get(only.id) ?? 0) >= FEWEST ? only : null
}

/** Offers the order by unlikeness where only good ones are known, and the way back from it. */
export const GoodPartsButton = () => {
  const { t } = useOwnWords()
  const { marking, setSort } = useActions()
  const attempt = useAttempt()
  const isSorted = useAppState(({ good }) => good !== null)
  const only = useOnlyTag()
  if (isSorted)
    return (
      <Button
        size="small"
        onClick={() => {
          setSort(BY_ARRIVAL)
        }}
      >
        {t('own.goodEnd')}
      </Button>
    )
  if (only === null) return null
  return (
    <Button
      size="small"
      data-tip={t('own.goodTip')}
      onClick={() =>
        void attempt(async () => {
          ;(await marking.load()).sortByUnlike(only.id)
        })
      }
    >
      {t('own.goodBegin', { tag: only.text })}
    </Button>
  )
}

/** What the order by unlikeness says, and no more. */
export const GoodPartsLine = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useOwnWords()
  const good = useAppState((state) => state.good)
  const tag = useAppState(({ tags }) => tags.find(({ id }) => id === good?.tagId)?.text ?? '')
  const isOnly = useAppState(({ own }) => own === null)
  if (good === null) return null
  const value = unlikenessOf(good, picture)
  const sentences = [
    t('own.goodSorted', { count: good.count, tag }),
    ...(value === null ? [] : [t('own.goodThis', { value: format.decimal(value, 3) })]),
    ...(value === null || good.usual === null
      ? []
      : [t('own.goodUsual', { usual: format.decimal(good.usual, 3) })]),
    ...(isOnly ? [t('own.goodNext')] : []),
  ]
  return <p className="text-12 text-pretty tabular-nums">{sentences.join(' ')}</p>
}

/** The same for a person who has no classifier: the offer, what the order says while it lasts, and the way back from it. */
export const GoodPartsOrder = ({ picture }: { readonly picture: Picture }) => {
  const hasVectors = useAppState(({ model }) => wordModel(model) !== null)
  const isSorted = useAppState(({ good }) => good !== null)
  if (!hasVectors && !isSorted) return null
  return (
    <>
      <GoodPartsLine picture={picture} />
      <div className="empty:hidden">
        <GoodPartsButton />
      </div>
    </>
  )
}
