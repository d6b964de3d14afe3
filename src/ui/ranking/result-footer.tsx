import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/current-model'
import { pictureRecord } from '../../state/picture-record'
import type { PictureJudgement } from '../../state/ranking-selectors'
import { CopyButton } from '../primitives/copy-button'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { useApp, useAppState, usePlatform, useWords } from '../ui-context'
import { copyLines, type CopyForm } from './copy-menu-lines'

interface ResultFooterProps {
  readonly picture: Picture
  readonly judgement: PictureJudgement
}

/** How long it says what became of a copy. */
const SAID_MS = 1800

/** How long it took and where it ran, and the result for machines. */
export const ResultFooter = ({ picture, judgement }: ResultFooterProps) => {
  const words = useWords()
  const { t, format } = words
  const { store } = useApp()
  const platform = usePlatform()
  const model = useAppState((state) => currentModel(state.model))
  const [said, setSaid] = useState<'' | 'ranking.copied' | 'ranking.notCopied'>('')
  const timer = useRef(0)
  if (picture.phase.kind !== 'ready' || model === null) return null
  const { time } = picture.phase.encoded
  const record = () => pictureRecord(picture, judgement, model, store.getState().settings)

  const copyAs = async (form: CopyForm) => {
    const result = record()
    if (result === null) return
    const { copyText } = await import('./copy-forms')
    setSaid((await platform.copyText(copyText(form, result))) ? 'ranking.copied' : 'ranking.notCopied')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setSaid, SAID_MS, '')
  }
  const useItems = () =>
    copyLines(words).map(({ form, label }) => ({
      key: form,
      label,
      chosen: null,
      onSelect: () => void copyAs(form),
    }))

  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p aria-live="polite" className="min-w-0 truncate text-12 text-muted tabular-nums">
        {said === ''
          ? `${time > 0 ? format.milliseconds(time) : t('ranking.known')} · ${t(`model.devices.${model.device}`)} ${model.dtype.vision}`
          : t(said)}
      </p>
      <div className="flex shrink-0 items-center gap-0.5">
        <CopyButton label={t('ranking.copy')} text={() => JSON.stringify(record(), null, 2)} />
        <MenuButton label={t('ranking.copyAs')} useItems={useItems}>
          <IconButton icon={ChevronDown} label={t('ranking.copyAs')} className="size-7 touch:size-10" />
        </MenuButton>
      </div>
    </div>
  )
}
