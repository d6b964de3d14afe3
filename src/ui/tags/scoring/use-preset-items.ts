import { createLate } from '../../../core/async/late'
import { presetNames } from '../../../core/question/prompts/preset-names'
import { useWords } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import type { MenuItem } from '../../primitives/menu/menu-items'

const presets = createLate(() => import('../../../core/question/prompts/template-presets'))

/** Ready-made templates as lines of a menu. @param choose is given those of one, a line each. */
export const usePresetItems = (choose: (template: string) => void): (() => readonly MenuItem[]) => {
  const { t } = useWords()
  const attempt = useAttempt()
  return () =>
    presetNames.map((name) => ({
      key: name,
      label: t(`tags.presetNames.${name}`),
      chosen: null,
      onSelect: () =>
        void attempt(async () => {
          const { templatePresets } = await presets.load()
          choose(templatePresets[name].join('\n'))
        }),
    }))
}
