import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Milliseconds } from '../../core/brands'
import type { Device, Dtype } from '../../core/runtime/runtime'
import { useAttempt } from '../parts/use-attempt'
import { CopyButton } from '../primitives/copy-button'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { usePlatform, useWords } from '../ui-context'

interface CopyFooterProps<Form extends string> {
  /** What the picture took; 0 where its result was known before. */
  readonly time: Milliseconds
  readonly device: Device
  readonly dtype: Dtype
  readonly json: () => string
  /** Other forms of the result, in the order of the menu. */
  readonly forms: readonly { readonly form: Form; readonly label: string }[]
  /** The result in one of them; `null` where there is none. */
  readonly textOf: (form: Form) => Promise<string | null>
}

/** How long it says what became of a copy. */
const SAID_MS = 1800

/** How long a result took and where it ran, and the result for machines. */
export const CopyFooter = <Form extends string>(props: CopyFooterProps<Form>) => {
  const { t, format } = useWords()
  const platform = usePlatform()
  const attempt = useAttempt()
  const [said, setSaid] = useState<'' | 'ranking.copied' | 'ranking.notCopied'>('')
  const timer = useRef(0)

  const copyAs = async (form: Form): Promise<void> => {
    const text = await props.textOf(form)
    if (text === null) return
    setSaid((await platform.copyText(text)) ? 'ranking.copied' : 'ranking.notCopied')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setSaid, SAID_MS, '')
  }
  const useItems = () =>
    props.forms.map(({ form, label }) => ({
      key: form,
      label,
      chosen: null,
      onSelect: () => void attempt(() => copyAs(form)),
    }))

  const time = props.time > 0 ? format.milliseconds(props.time) : t('ranking.known')
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p aria-live="polite" className="min-w-0 truncate text-12 text-muted tabular-nums">
        {said === '' ? `${time} · ${t(`model.devices.${props.device}`)} ${props.dtype}` : t(said)}
      </p>
      <div className="flex shrink-0 items-center gap-0.5">
        <CopyButton label={t('ranking.copy')} text={props.json} />
        <MenuButton label={t('ranking.copyAs')} useItems={useItems}>
          <IconButton icon={ChevronDown} label={t('ranking.copyAs')} className="size-7 touch:size-10" />
        </MenuButton>
      </div>
    </div>
  )
}
