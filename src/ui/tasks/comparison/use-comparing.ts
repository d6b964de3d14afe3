import { use, useEffect } from 'react'
import { useStore } from 'zustand'
import type { AnswerSheet } from '../../../core/tasks/comparison/answer-sheet'
import type { Comparison } from '../../../core/tasks/comparison/compare-sheets'
import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import type { Look } from '../../../state/pictures/views/views'
import type { Comparing } from '../../../state/tasks/comparison/comparing'
import { comparison } from '../../../words/en/comparison'
import type { WordingWith } from '../../../words/wording'
import { useActions, useWordsWith } from '../../context/ui-context'
import { nameOfModel } from '../../model/texts/model-name'

/** The words with those of comparing. */
export const useComparisonWords = (): WordingWith<typeof comparison> => useWordsWith(comparison)

/** What compares, and what it has found; it goes on with every change as long as this is drawn. */
export const useComparing = (): { readonly comparing: Comparing; readonly look: Look<Comparison> } => {
  const comparing = use(useActions().comparing.held())
  useEffect(() => comparing.watch(), [comparing])
  return { comparing, look: useStore(comparing.look) }
}

/** What answers are called: the model's name and its first template. */
export const useSheetName = (): ((sheet: Pick<AnswerSheet, 'model' | 'template'>) => string) => {
  const { t, format } = useComparisonWords()
  return ({ model, template }) => {
    const [wording = '', ...others] = readTemplates(template)
    const named = { model: nameOfModel(model), wording }
    return others.length === 0
      ? t('comparison.name', named)
      : t('comparison.nameMore', { ...named, more: format.count(others.length) })
  }
}
