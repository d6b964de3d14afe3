import { useMemo } from 'react'
import type { Picture } from '../../../state/app-state'
import { nearestExamples } from '../../../state/tasks/own/nearest-examples'
import { useApp, useAppState } from '../../context/ui-context'
import { ExampleList } from './example-list'
import { useListed } from './use-listed'
import { useOwnWords } from './use-own-words'

/** Why a picture may have been answered so: the examples that it is most like, of the answer and of the runner-up. */
export const Reasons = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useOwnWords()
  const { selectors } = useApp()
  const marks = useAppState((state) => state.marks)
  const labels = useAppState((state) => selectors.labels(state, picture))
  const { phase } = picture
  const near = useMemo(() => {
    if (phase.kind !== 'ready' || phase.encoded.kind !== 'embedding') return []
    const { modelKey, embedding } = phase.encoded
    const asked = { sha256: phase.facts.sha256, modelKey, embedding }
    return labels
      .slice(0, 2)
      .map(({ tagId, tag }) => ({ tagId, tag, examples: nearestExamples(marks, tagId, asked) }))
  }, [marks, labels, phase])
  const ids = useMemo(() => near.flatMap(({ examples }) => examples.map(({ id }) => id)), [near])
  const listed = useListed(ids)
  // What came with a file that has no small pictures goes by the beginning of its hash, which is no reason to anyone.
  const reasons = near
    .map(({ examples, ...tag }) => ({
      ...tag,
      examples: examples.flatMap(({ id, name, isSeen }) =>
        isSeen || listed.has(id) || !id.startsWith(name) ? [id] : [],
      ),
    }))
    .filter(({ examples }) => examples.length > 0)
  if (reasons.length === 0) return null
  return (
    <ul className="mx-4 mb-3 grid gap-1.5 text-12">
      {reasons.map(({ tagId, tag, examples }) => (
        <li key={tagId} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
          <span className="text-muted">{t('own.like', { tag })}</span>
          <ExampleList ids={examples} />
        </li>
      ))}
    </ul>
  )
}
