import type { ComponentType } from 'react'
import { createLate } from '../../../core/async/late'
import { useAppState } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import type { TaskView } from '../task-view'

const parts = createLate(() => import('./own-parts'))

/** One of the parts that come with the first example, which fails by itself. */
const part = <Props extends object>(
  pick: (all: Awaited<ReturnType<typeof parts.load>>) => ComponentType<Props>,
): ComponentType<Props> => {
  const Late = lateComponent(async () => pick(await parts.load()))
  const OwnPart = (props: Props) => (
    <Part>
      <Late {...props} />
    </Part>
  )
  return OwnPart
}

/** What the person says of a picture, and what came of it. */
export const OwnPanel = part((all) => all.OwnPanel)

/** What a picture that is dragged over the tags may be let go on. */
export const TagTargets = part((all) => all.TagTargets)

const LateCount = part((all) => all.ExampleCount)
const LateTally = part((all) => all.DecidedTally)

/** How many pictures are decided; nothing before the first. */
export const DecidedTally = () => (useAppState(({ marks }) => marks.length > 0) ? <LateTally /> : null)

/** How many pictures are of a tag, as the person has decided, or of none by `NONE_ID`; nothing where none is. */
export const ExampleCount = (props: { readonly tagId: string }) =>
  useAppState(({ marks }) => marks.length > 0) ? <LateCount {...props} /> : null

/** Pictures ranked by a classifier of the person's own. All of it comes with the first example. */
export const ownView: Pick<TaskView, 'Ranking' | 'Footer'> = {
  Ranking: part((all) => all.OwnRanking),
  Footer: part((all) => all.OwnFooter),
}
