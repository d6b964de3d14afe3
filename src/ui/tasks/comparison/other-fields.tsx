import { useState, type SubmitEvent } from 'react'
import type { ComparedWith } from '../../../state/app-state'
import type { Comparing } from '../../../state/tasks/comparison/comparing'
import { useActions, useAppState, useScreenStore } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { SelectField } from '../../primitives/fields/select-field'
import { TemplateField } from '../../tags/scoring/template-field'
import { useComparisonWords, useSheetName } from './use-comparing'

const WORDING = 'wording'

interface FieldsProps {
  readonly comparing: Comparing
}

/** The other wording: it is compared with once it is sent off, since each takes a look at every picture. */
const WordingField = ({ comparing, template }: FieldsProps & { readonly template: string }) => {
  const { t } = useComparisonWords()
  const { setTemplate } = useActions()
  const present = useAppState(({ settings }) => settings.template)
  const [typed, setTyped] = useState(template)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    comparing.compareWith({ kind: 'wording', template: typed })
  }
  return (
    <form onSubmit={send} className="grid gap-2">
      <TemplateField
        label={t('comparison.template')}
        value={typed}
        lines={{ least: 1, most: 6 }}
        onChange={setTyped}
        onPreset={(templates) => {
          setTyped(templates)
          comparing.compareWith({ kind: 'wording', template: templates })
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={typed === template || typed.trim() === ''}>
          {t('comparison.compare')}
        </Button>
        <Button
          disabled={template === present}
          onClick={() => {
            // Both change places: what answered is still there to compare with.
            comparing.compareWith({ kind: 'wording', template: present })
            setTemplate(template)
          }}
        >
          {t('comparison.useWording')}
        </Button>
      </div>
    </form>
  )
}

/** What the present answers are set beside. */
export const OtherFields = ({ comparing, onClose }: FieldsProps & { readonly onClose: () => void }) => {
  const { t } = useComparisonWords()
  const nameOf = useSheetName()
  const screen = useScreenStore()
  const attempt = useAttempt()
  const { showProblem } = useActions()
  const held = useAppState((state) => state.heldAnswers)
  const other = useAppState((state) => state.comparedWith)
  const [wording, setWording] = useState(other?.kind === 'wording' ? other.template : '{}')
  const choose = (chosen: string) => {
    const next: ComparedWith =
      chosen === WORDING ? { kind: 'wording', template: wording } : { kind: 'held', id: chosen }
    if (other?.kind === 'wording') setWording(other.template)
    comparing.compareWith(next)
  }
  const keep = async (): Promise<void> => {
    const outcome = await comparing.hold(new AbortController().signal)
    if (outcome.kind === 'failed') showProblem(outcome.error, () => void attempt(keep))
    if (outcome.kind !== 'done') return
    onClose()
    screen.setState({ dialog: 'model', modelAsks: 'choose' })
  }
  return (
    <div className="grid max-w-prose grid-cols-1 gap-3">
      <SelectField
        label={t('comparison.with')}
        value={other?.kind === 'held' ? other.id : WORDING}
        choices={[
          { value: WORDING, label: t('comparison.wording') },
          ...held.map((sheet) => ({
            value: sheet.id,
            label: t('comparison.kept', { name: nameOf(sheet) }),
          })),
        ]}
        onChange={choose}
      />
      {other?.kind === 'wording' ? (
        <WordingField key={other.template} comparing={comparing} template={other.template} />
      ) : null}
      <div className="grid justify-items-start gap-1.5">
        <Button
          className="h-auto! min-h-8 py-1 text-start whitespace-normal! touch:min-h-11"
          onClick={() => void attempt(keep)}
        >
          {t('comparison.keep')}
        </Button>
        <p className="text-12 text-pretty text-muted">{t('comparison.keepHow')}</p>
      </div>
    </div>
  )
}
