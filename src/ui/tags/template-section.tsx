import { useId } from 'react'
import { BARE_TEMPLATE, SLOT, toPrompt } from '../../core/scoring/prompt'
import { Disclosure } from '../primitives/disclosure'
import { TextField } from '../primitives/text-field'
import { useTyped } from '../primitives/use-typed'
import { useActions, useAppState } from '../ui-context'
import { words } from './words'

/** The bare tag, and what CLIP's authors found best over all their data sets. */
const EXAMPLES = [BARE_TEMPLATE, 'a photo of a {}', 'a drawing of a {}'] as const

/** How a tag becomes a prompt, with the prompt of the first tag as it will be read. */
export const TemplateSection = () => {
  const { setTemplate } = useActions()
  const template = useAppState(({ settings }) => settings.template)
  const sample = useAppState(({ tags }) => tags.present[0]?.text ?? 'car')
  const field = useTyped(template, setTemplate)
  const id = useId()
  return (
    <Disclosure title={words.template} summary={template}>
      <label htmlFor={id} className="block pb-1.5 text-12 text-muted">
        {words.templateField}
      </label>
      <TextField
        id={id}
        value={field.shown}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => field.set(target.value)}
        onBlur={field.leave}
      />
      <p id={`${id}-hint`} className="pt-1.5 text-12 text-muted">
        {template.includes(SLOT) ? words.templateHint : words.templateNoSlot}
      </p>
      <div role="group" aria-label={words.templateExamples} className="flex flex-wrap gap-1.5 pt-2">
        {EXAMPLES.map((example) => (
          <button
            key={example}
            type="button"
            aria-pressed={template === example}
            onClick={() => {
              field.leave()
              setTemplate(example)
            }}
            className="h-6 rounded-full border border-line px-2.5 text-12 transition-colors hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft touch:h-9 touch:px-3"
          >
            {example}
          </button>
        ))}
      </div>
      <dl className="mt-3 rounded-control bg-track px-2.5 py-2">
        <dt className="text-12 text-muted">{words.templatePreview}</dt>
        <dd dir="auto" className="break-words">
          {toPrompt(template, sample)}
        </dd>
      </dl>
    </Disclosure>
  )
}
