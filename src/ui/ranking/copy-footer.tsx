import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { Picture } from '../../state/app-state'
import { useAttempt } from '../parts/use-attempt'
import { CopyButton } from '../primitives/copy-button'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import type { MenuItem } from '../primitives/menu/menu-items'
import { useWords } from '../context/ui-context'
import type { CopyForm, CopyLine } from './copy-menu-lines'
import { PEOPLE_FORMS, useResultCopies, type CopyOutcome } from './use-result-copies'

interface CopyFooterProps<Form extends CopyForm, Result extends object> {
  readonly picture: Picture
  /** The model that answers. */
  readonly model: LoadedModel
  /** The result as it leaves the app; `null` where there is none. */
  readonly record: () => Result | null
  /** Other forms of the result for programs, in the order of the menu. */
  readonly forms: readonly (CopyLine & { readonly form: Form })[]
  /** The result in one of them. */
  readonly textOf: (form: Form, record: Result) => Promise<string>
}

/** How long it says what became of a copy. */
const SAID_MS = 1800

/** How long a result took and where it ran, and the result to take along: for people, and for programs. */
export const CopyFooter = <Form extends CopyForm, Result extends object>({
  picture,
  model: { device, dtype },
  record,
  forms,
  textOf,
}: CopyFooterProps<Form, Result>) => {
  const { t, format } = useWords()
  const attempt = useAttempt()
  const [said, setSaid] = useState<CopyOutcome | ''>('')
  const timer = useRef(0)
  const { phase } = picture
  const { text, copy, copyText } = useResultCopies()(picture)

  const line = (
    key: string,
    label: string,
    run: () => Promise<CopyOutcome | null>,
    heading?: string,
  ): MenuItem => ({
    key,
    label,
    chosen: null,
    onSelect: () =>
      void attempt(async () => {
        const outcome = await run()
        if (outcome === null) return
        setSaid(outcome)
        clearTimeout(timer.current)
        timer.current = window.setTimeout(setSaid, SAID_MS, '')
      }),
    ...(heading !== undefined && { heading }),
  })
  const copyAs = async (form: Form): Promise<CopyOutcome | null> => {
    const result = record()
    return result === null ? null : copyText(await textOf(form, result))
  }
  const useItems = (): readonly MenuItem[] => [
    ...PEOPLE_FORMS.map((form) => line(form, t(`ranking.copyForms.${form}`), () => copy(form))),
    line('json', 'JSON', () => copyText(JSON.stringify(record(), null, 2)), t('ranking.forDevelopers')),
    ...forms.map(({ form, label, group }, i) =>
      line(
        form,
        label,
        () => copyAs(form),
        group === forms[i - 1]?.group ? undefined : t(`ranking.copyGroups.${group}`),
      ),
    ),
  ]

  if (phase.kind !== 'ready') return null
  // A picture whose result was known before took none.
  const time = phase.encoded.time > 0 ? format.milliseconds(phase.encoded.time) : t('ranking.known')
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p aria-live="polite" className="min-w-0 truncate text-12 text-muted tabular-nums">
        {said === '' ? `${time} · ${t(`model.devices.${device}`)} ${dtype.vision}` : t(said)}
      </p>
      <div className="flex shrink-0 items-center gap-0.5">
        <CopyButton label={t('ranking.copy')} text={text} />
        <MenuButton label={t('ranking.copyAs')} useItems={useItems}>
          <IconButton icon={ChevronDown} label={t('ranking.copyAs')} className="size-7 touch:size-10" />
        </MenuButton>
      </div>
    </div>
  )
}
