import type { Picture } from '../../state/app-state'
import { fixedLabelModel } from '../../state/current-model'
import { fixedLabelRecord } from '../../state/fixed-label-records'
import { CopyButton } from '../primitives/copy-button'
import { useAppState, useWords } from '../ui-context'

/** How long it took and where it ran, and the result for machines. */
export const FixedLabelFooter = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useWords()
  const model = useAppState((state) => fixedLabelModel(state.model))
  const { phase } = picture
  if (phase.kind !== 'ready' || !model) return null
  const { time } = phase.encoded
  const record = () => JSON.stringify(fixedLabelRecord(picture, model), null, 2)
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p className="min-w-0 truncate text-12 text-muted tabular-nums">
        {time > 0 ? format.milliseconds(time) : t('ranking.known')}
        {' · '}
        {t(`model.devices.${model.device}`)} {model.dtype.vision}
      </p>
      <CopyButton label={t('ranking.copy')} text={record} />
    </div>
  )
}
