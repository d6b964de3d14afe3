import { applyPatch, diffLists } from '../../core/history/list-patch'
import { withoutTwins } from '../../core/tags/tag-list'
import type { AppState, Picture, ScoringSettings, Work, WorkChange } from '../app-state'

/** The part of the state that history brings back. */
export const workOf = ({ tags, pictures, settings, marks, differing }: AppState): Work => {
  const { template, temperature, rules } = settings
  return { tags, pictures, scoring: { template, temperature, rules }, marks, differing }
}

/** The fields of `to` that are not as in `from`; `null` where all are. */
export const diffScoring = (from: ScoringSettings, to: ScoringSettings): Partial<ScoringSettings> | null => {
  const change: Partial<ScoringSettings> = {
    ...(from.template !== to.template && { template: to.template }),
    ...(from.temperature !== to.temperature && { temperature: to.temperature }),
    ...((from.rules.mode !== to.rules.mode || from.rules.noneMargin !== to.rules.noneMargin) && {
      rules: to.rules,
    }),
  }
  return Object.keys(change).length === 0 ? null : change
}

/** The change that turns `from` into `to`; `null` where they are the same. */
export const diffWork = (from: Work, to: Work): WorkChange | null => {
  const tags = diffLists(from.tags, to.tags)
  const pictures = diffLists(from.pictures, to.pictures)
  const scoring = diffScoring(from.scoring, to.scoring)
  const marks = diffLists(from.marks, to.marks)
  const differing = diffLists(from.differing, to.differing)
  if (!tags && !pictures && !scoring && !marks && !differing) return null
  return {
    ...(tags && { tags }),
    ...(pictures && { pictures }),
    ...(scoring && { scoring }),
    ...(marks && { marks }),
    ...(differing && { differing }),
  }
}

/** Makes a change, as `core/history` has it. Tags that another tab has added meanwhile are not brought a second time. */
export const applyWork = (
  work: Work,
  { tags, pictures, scoring, marks, differing }: WorkChange,
): { readonly state: Work; readonly inverse: WorkChange } | null => {
  const state: Work = {
    tags: tags ? withoutTwins(work.tags, applyPatch(work.tags, tags)) : work.tags,
    pictures: pictures ? applyPatch(work.pictures, pictures) : work.pictures,
    scoring: { ...work.scoring, ...scoring },
    marks: marks ? applyPatch(work.marks, marks) : work.marks,
    differing: differing ? applyPatch(work.differing, differing) : work.differing,
  }
  const inverse = diffWork(state, work)
  return inverse && { state, inverse }
}

/** A picture that comes back: what was cut off, or encoded by another model, is encoded again. */
export const asBroughtBack = (picture: Picture, modelKey: string | undefined): Picture => {
  const { phase } = picture
  const isStale = phase.kind === 'ready' && modelKey !== undefined && phase.encoded.modelKey !== modelKey
  return phase.kind === 'encoding' || isStale
    ? { ...picture, phase: { kind: 'waiting', facts: phase.facts } }
    : picture
}
