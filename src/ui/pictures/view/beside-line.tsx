import type { Picture } from '../../../state/app-state'
import { useScreen } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'

const BesideTable = lateComponent(
  async () => (await import('../../tasks/comparison/beside-table')).BesideTable,
)

/** What is compared of the open picture, while that is asked for. */
export const BesideLine = ({ picture }: { readonly picture: Picture }) => {
  const isShown = useScreen(({ beside }) => beside)
  if (!isShown) return null
  return (
    <div className="shrink-0 px-3 pb-2">
      <Part>
        <BesideTable picture={picture} />
      </Part>
    </div>
  )
}
