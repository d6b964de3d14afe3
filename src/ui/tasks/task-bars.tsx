import type { ComponentType } from 'react'
import type { Picture } from '../../state/app-state'
import type { PageTask } from '../../state/tasks/tasks'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { useApp, useAppState } from '../context/ui-context'
import { ownView } from './own/own-view'
import { RankList } from './zero-shot/rank-list'
import { unmarked } from './zero-shot/zero-shot-view'

const FixedLabelBars = lateComponent(
  async () => (await import('./fixed-labels/fixed-label-ranking')).FixedLabelBars,
)

const TagBars = ({ picture }: { readonly picture: Picture }) => {
  const { selectors } = useApp()
  const judgement = useAppState((state) => selectors.tasks['zero-shot'].judgement(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  return <RankList {...(isBeyond ? unmarked(judgement) : judgement)} />
}

/** The bars of each task alone, for what changes many times a second; a part that comes late. */
export const taskBars: Readonly<Record<PageTask, ComponentType<{ readonly picture: Picture }>>> = {
  'zero-shot': TagBars,
  'fixed-labels': ({ picture }) => (
    <Part>
      <FixedLabelBars picture={picture} />
    </Part>
  ),
  own: ownView.Ranking,
}
