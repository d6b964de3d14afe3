import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/current-model'
import type { PictureJudgement } from '../../state/ranking-selectors'
import { deviceName } from '../model/words'
import { CopyButton } from '../primitives/copy-button'
import { formatMilliseconds } from '../primitives/format'
import { useApp, useAppState } from '../ui-context'
import { pictureRecord } from './picture-record'
import { words } from './words'

interface ResultFooterProps {
  readonly picture: Picture
  readonly judgement: PictureJudgement
}

/** How long it took and where it ran, and the result for machines. */
export const ResultFooter = ({ picture, judgement }: ResultFooterProps) => {
  const { store } = useApp()
  const model = useAppState((state) => currentModel(state.model))
  if (picture.phase.kind !== 'ready' || model === null) return null
  const { time } = picture.phase.encoded
  const record = () => {
    const { settings } = store.getState()
    return JSON.stringify(pictureRecord(picture, judgement, model, settings), null, 2)
  }
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p className="min-w-0 truncate text-12 text-muted tabular-nums">
        {time > 0 ? formatMilliseconds(time) : words.known}
        {' · '}
        {deviceName(model.device)} {model.dtype.vision}
      </p>
      <CopyButton label={words.copy} text={record} />
    </div>
  )
}
