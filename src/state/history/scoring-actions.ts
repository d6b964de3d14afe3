import { visibleText } from '../../core/tags/visible-text'
import type { PageActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { ScoringSettings } from '../app-state'
import { workOf } from './work'
import type { WorkKeeper } from './work-history'

/** Builds what changes how scores come about. A slider that moves, or a text that is typed, is one step. */
export const createScoringActions = (
  { store }: Pick<ActionDeps, 'store'>,
  { record }: Pick<WorkKeeper, 'record'>,
): Pick<PageActions, 'setTemplate' | 'setTemperature' | 'setRules'> => {
  const change = (
    kind: 'set-template' | 'set-temperature' | 'set-rules',
    what: (present: ScoringSettings) => Partial<ScoringSettings>,
  ) => {
    const { scoring } = workOf(store.getState())
    record({ kind }, { scoring: { ...scoring, ...what(scoring) } }, kind)
  }
  return {
    setTemplate: (text) => {
      const template = visibleText(text)
      change('set-template', () => ({ template }))
    },
    setTemperature: (temperature) => {
      change('set-temperature', () => ({ temperature }))
    },
    setRules: (rules) => {
      change('set-rules', (present) => ({ rules: { ...present.rules, ...rules } }))
    },
  }
}
