import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { Picture } from '../../state/app-state'
import { useAttempt } from '../parts/use-attempt'
import { CopyButton } from '../primitives/copy-button'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import { usePlatform, useWords } from '../ui-context'

interface CopyFooterProps<Form extends string, Result extends object> {
  readonly picture: Picture
  /** The model that answers. */
  readonly model: LoadedModel
  /** The result as it leaves the app; `null` where there is none. */
  readonly record: () => Result | null
  /** Other forms of the result, in the order of the menu. */
  readonly forms: readonly { readonly form: Form; readonly label: string }[]
  /** The result in one of them. */
  readonly textOf: (form: Form, record: Result) => Promise<string>
}

/** How long it says what became of a copy. */
const SAID_MS = 1800

/** How long a result took and where it ran, and the result for machines. */
export const CopyFooter = <Form extends string, Result extends object>({
  picture: { phase },
  model: { device, dtype },
  record,
  forms,
  textOf,
}: CopyFooterProps<Form, Result>) => {
  const { t, format } = useWords()
  const platform = usePlatform()
  const attempt = useAttempt()
  const [said, setSaid] = useState<'' | 'ranking.copied' | 'ranking.notCopied'>('')
  const timer = useRef(0)

  const copyAs = async (form: Form): Promise<void> => {
    const result = record()
    if (result === null) return
    setSaid((await platform.copyText(await textOf(form, result))) ? 'ranking.copied' : 'ranking.notCopied')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setSaid, SAID_MS, '')
  }
  const useItems = () =>
    forms.map(({ form, label }) => ({
      key: form,
      label,
      chosen: null,
      onSelect: () => void attempt(() => copyAs(form)),
    }))

  if (phase.kind !== 'ready') return null
  // A picture whose result was known before took none.
  const time = phase.encoded.time > 0 ? format.milliseconds(phase.encoded.time) : t('ranking.known')
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p aria-live="polite" className="min-w-0 truncate text-12 text-muted tabular-nums">
        {said === '' ? `${time} · ${t(`model.devices.${device}`)} ${dtype.vision}` : t(said)}
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
