import { useMemo } from 'react'
import type { Picture } from '../../../state/app-state'
import { nearestExamples, type NearExample } from '../../../state/tasks/own/nearest-examples'
import { useActions, useApp, useAppState } from '../../context/ui-context'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useOwnWords } from './use-own-words'

interface ReasonProps {
  readonly text: string
  readonly examples: readonly NearExample[]
}

const Reason = ({ text, examples }: ReasonProps) => {
  const { store } = useApp()
  const { select } = useActions()
  const show = (sha256: string) => {
    const found = store
      .getState()
      .pictures.find(({ phase }) => phase.kind === 'ready' && phase.facts.sha256 === sha256)
    if (found) select(found.id, 'only')
  }
  return (
    <li className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <span className="text-muted">{text}</span>
      {examples.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            show(id)
          }}
          className="inline-flex h-6 max-w-40 items-center rounded-full border border-line bg-card px-2 hover:border-control touch:h-9"
        >
          <CutText text={name} />
        </button>
      ))}
    </li>
  )
}

/** Why a picture may have been answered so: the examples that it is most like, of the answer and of the runner-up. */
export const Reasons = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useOwnWords()
  const { selectors } = useApp()
  const marks = useAppState((state) => state.marks)
  const labels = useAppState((state) => selectors.labels(state, picture))
  const { phase } = picture
  const reasons = useMemo(() => {
    if (phase.kind !== 'ready' || phase.encoded.kind !== 'embedding') return []
    const { modelKey, embedding } = phase.encoded
    const asked = { sha256: phase.facts.sha256, modelKey, embedding }
    return labels
      .slice(0, 2)
      .map(({ tagId, tag }) => ({ tagId, tag, examples: nearestExamples(marks, tagId, asked) }))
      .filter(({ examples }) => examples.length > 0)
  }, [marks, labels, phase])
  if (reasons.length === 0) return null
  return (
    <ul className="mx-4 mb-3 grid gap-1.5 text-12">
      {reasons.map(({ tagId, tag, examples }) => (
        <Reason key={tagId} text={t('own.like', { tag })} examples={examples} />
      ))}
    </ul>
  )
}
