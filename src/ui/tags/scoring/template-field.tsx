import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import { SLOT } from '../../../core/question/scoring/prompt'
import { useWords } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { MenuButton } from '../../primitives/menu/menu-button'
import { usePresetItems } from './use-preset-items'

interface TemplateFieldProps {
  readonly label: string
  /** Templates, a line each. */
  readonly value: string
  /** Lines of the field: as many as there are templates, within these. */
  readonly lines: { readonly least: number; readonly most: number }
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** Templates of the menu were chosen. */
  readonly onPreset: (value: string) => void
}

/** Where templates are written or chosen, and whether each has a place for the tag. */
export const TemplateField = ({ label, value, lines, onChange, onBlur, onPreset }: TemplateFieldProps) => {
  const { t } = useWords()
  const id = useId()
  const usePresets = usePresetItems(onPreset)
  const hasSlots = readTemplates(value).every((line) => line.includes(SLOT))
  return (
    <div>
      <div className="flex items-center justify-between gap-2 pb-1.5">
        <label htmlFor={id} className="text-12 text-muted">
          {label}
        </label>
        <MenuButton label={t('tags.presets')} useItems={usePresets}>
          <Button size="small" variant="quiet" className="-me-1">
            <span>{t('tags.presets')}</span>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        </MenuButton>
      </div>
      <textarea
        id={id}
        dir="auto"
        rows={Math.min(lines.most, Math.max(lines.least, value.split('\n').length))}
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
        onBlur={onBlur}
        className="block w-full resize-y rounded-control border border-control bg-card px-2.5 py-1.5 text-13 focus-visible:-outline-offset-1 touch:text-16"
      />
      <p id={`${id}-hint`} aria-live="polite" className="pt-1.5 text-12 text-muted">
        {t(hasSlots ? 'tags.templateHint' : 'tags.templateNoSlot')}
      </p>
    </div>
  )
}
