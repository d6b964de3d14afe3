import { incoming } from '../../../words/en/pictures/incoming'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useAppState, useWordsWith } from '../../context/ui-context'

/** More than anybody reads; a folder may hold a hundred thousand. */
const SHOWN = 1000

/** Which files came with pictures and are none, and why. */
export const LeftOutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, format } = useWordsWith(incoming)
  const leftOut = useAppState((state) => state.leftOut)
  const more = leftOut.length - SHOWN
  return (
    <DialogFrame title={t('incoming.title')} shape="dialog" onClose={onClose}>
      <ul className="divide-y divide-line px-4 py-1">
        {leftOut.slice(0, SHOWN).map(({ path, why }, i) => (
          <li key={`${i} ${path}`} className="py-2">
            <CutText text={path} className="font-medium" />
            <p className="text-12 text-muted">{t(`incoming.reasons.${why}`)}</p>
          </li>
        ))}
        {more > 0 ? (
          <li className="py-2 text-muted">{t('incoming.more', { more: format.count(more) })}</li>
        ) : null}
      </ul>
    </DialogFrame>
  )
}
