import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { createLate } from '../../core/late'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { Picture } from '../../state/app-state'
import { useAttempt } from '../parts/use-attempt'
import { CopyButton } from '../primitives/copy-button'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import type { MenuItem } from '../primitives/menu/menu-items'
import { useApp, usePlatform, useWords } from '../ui-context'
import type { CopyForm, CopyLine } from './copy-menu-lines'
import { resultAsText } from './result-text'

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

const forPeople = createLate(() => import('./result-forms'))

/** What became of a copy. */
type Said = '' | 'ranking.copied' | 'ranking.notCopied' | 'ranking.savedInstead'

/** How long a result took and where it ran, and the result to take along: for people, and for programs. */
export const CopyFooter = <Form extends CopyForm, Result extends object>({
  picture,
  model: { device, dtype },
  record,
  forms,
  textOf,
}: CopyFooterProps<Form, Result>) => {
  const words = useWords()
  const { t, format } = words
  const { store, selectors } = useApp()
  const platform = usePlatform()
  const attempt = useAttempt()
  const [said, setSaid] = useState<Said>('')
  const timer = useRef(0)
  const { name, phase, file } = picture
  const rows = () => {
    const state = store.getState()
    return selectors.isBeyondModel(state, picture) ? [] : selectors.labels(state, picture)
  }

  const say = (what: Said): void => {
    setSaid(what)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setSaid, SAID_MS, '')
  }
  const copy = async (text: string): Promise<void> => {
    say((await platform.copyText(text)) ? 'ranking.copied' : 'ranking.notCopied')
  }
  const copyAs = async (form: Form): Promise<void> => {
    const result = record()
    if (result !== null) await copy(await textOf(form, result))
  }
  const copyImage = async (): Promise<void> => {
    // The browser cannot draw every file that the app reads; its rendition it can.
    const shown = phase.kind === 'ready' && !phase.facts.isShowable ? phase.facts.thumbnail : file
    const drawn = forPeople.load().then(({ drawResult }) => drawResult(shown, rows(), words))
    if (await platform.copyImage(drawn)) {
      say('ranking.copied')
      return
    }
    platform.saveFile(await drawn, `${name}.png`)
    say('ranking.savedInstead')
  }
  const line = (key: string, label: string, run: () => Promise<void>, heading?: string): MenuItem => ({
    key,
    label,
    chosen: null,
    onSelect: () => void attempt(run),
    ...(heading !== undefined && { heading }),
  })
  const useItems = (): readonly MenuItem[] => [
    line('text', t('ranking.copyForms.text'), () => copy(resultAsText(name, rows(), words))),
    line('image', t('ranking.copyForms.image'), copyImage),
    line('csv', t('ranking.copyForms.csv'), async () =>
      copy((await forPeople.load()).resultAsCsv(name, rows())),
    ),
    line('json', 'JSON', () => copy(JSON.stringify(record(), null, 2)), t('ranking.forDevelopers')),
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
        <CopyButton label={t('ranking.copy')} text={() => resultAsText(name, rows(), words)} />
        <MenuButton label={t('ranking.copyAs')} useItems={useItems}>
          <IconButton icon={ChevronDown} label={t('ranking.copyAs')} className="size-7 touch:size-10" />
        </MenuButton>
      </div>
    </div>
  )
}
