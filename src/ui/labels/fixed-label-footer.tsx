import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Picture } from '../../state/app-state'
import { fixedLabelModel } from '../../state/current-model'
import { fixedLabelRecord } from '../../state/fixed-label-records'
import { deviceName } from '../model/words'
import { CopyButton } from '../primitives/copy-button'
import { formatMilliseconds } from '../primitives/format'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { words as rankingWords } from '../ranking/words'
import { useAppState, usePlatform } from '../ui-context'
import { vitCopyLines, type VitCopyForm } from './vit-copy-lines'

/** How long it says what became of a copy. */
const SAID_MS = 1800

/** How long it took and where it ran, and the result for machines. */
export const FixedLabelFooter = ({ picture }: { readonly picture: Picture }) => {
  const platform = usePlatform()
  const model = useAppState((state) => fixedLabelModel(state.model))
  const [said, setSaid] = useState('')
  const timer = useRef(0)
  const { phase } = picture
  if (phase.kind !== 'ready' || !model) return null
  const { time } = phase.encoded

  const copyAs = async (form: VitCopyForm) => {
    const record = fixedLabelRecord(picture, model)
    if (record === null) return
    const { copyVitText } = await import('./vit-copy-forms')
    const copied = await platform.copyText(copyVitText(form, record))
    setSaid(copied ? rankingWords.copied : rankingWords.notCopied)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setSaid, SAID_MS, '')
  }
  const useItems = () =>
    vitCopyLines.map(({ form, label }) => ({
      key: form,
      label,
      chosen: null,
      onSelect: () => void copyAs(form),
    }))

  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p aria-live="polite" className="min-w-0 truncate text-12 text-muted tabular-nums">
        {said === ''
          ? `${time > 0 ? formatMilliseconds(time) : rankingWords.known} · ${deviceName(model.device)} ${model.dtype.vision}`
          : said}
      </p>
      <div className="flex shrink-0 items-center gap-0.5">
        <CopyButton
          label={rankingWords.copy}
          text={() => JSON.stringify(fixedLabelRecord(picture, model), null, 2)}
        />
        <MenuButton label={rankingWords.copyAs} useItems={useItems}>
          <IconButton icon={ChevronDown} label={rankingWords.copyAs} className="size-7 touch:size-10" />
        </MenuButton>
      </div>
    </div>
  )
}
