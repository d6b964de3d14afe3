import { createLate } from '../../../core/async/late'
import type { Picture } from '../../../state/app-state'
import { useAppState } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import type { TaskView } from '../task-view'

const parts = createLate(() => import('./own-parts'))
const LatePanel = lateComponent(async () => (await parts.load()).OwnPanel)
const LateCount = lateComponent(async () => (await parts.load()).ExampleCount)
const LateTargets = lateComponent(async () => (await parts.load()).TagTargets)
const LateTally = lateComponent(async () => (await parts.load()).DecidedTally)
const LateRanking = lateComponent(async () => (await parts.load()).OwnRanking)
const LateFooter = lateComponent(async () => (await parts.load()).OwnFooter)

/** What the person says of a picture, and what came of it. */
export const OwnPanel = ({ picture }: { readonly picture: Picture }) => (
  <Part>
    <LatePanel picture={picture} />
  </Part>
)

/** What a picture that is dragged over the tags may be let go on. */
export const TagTargets = (props: { readonly pictureId: string; readonly onDropped: () => void }) => (
  <Part>
    <LateTargets {...props} />
  </Part>
)

/** How many pictures are decided; nothing before the first. */
export const DecidedTally = () =>
  useAppState(({ marks }) => marks.length > 0) ? (
    <Part>
      <LateTally />
    </Part>
  ) : null

/** How many pictures are of a tag, as the person has decided; nothing of one that none is of. */
export const ExampleCount = ({ tagId }: { readonly tagId: string }) =>
  useAppState(({ marks }) => marks.length > 0) ? (
    <Part>
      <LateCount tagId={tagId} />
    </Part>
  ) : null

/** Pictures ranked by a classifier of the person's own. All of it comes with the first example. */
export const ownView: Pick<TaskView, 'Ranking' | 'Footer'> = {
  Ranking: ({ picture }) => (
    <Part>
      <LateRanking picture={picture} />
    </Part>
  ),
  Footer: ({ picture }) => (
    <Part>
      <LateFooter picture={picture} />
    </Part>
  ),
}
