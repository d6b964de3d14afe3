import type { AppState, LinkVisit, ScoringSettings, StepLabel, Work } from '../app-state'

/** The fields of `scoring` that `set` names. */
export const sameFieldsOf = (
  { template, temperature, rules }: ScoringSettings,
  set: Partial<ScoringSettings>,
): Partial<ScoringSettings> => ({
  ...(set.template !== undefined && { template }),
  ...(set.temperature !== undefined && { temperature }),
  ...(set.rules !== undefined && { rules }),
})

/** The same of the person's own as `visit` stands for, as it is now. */
export const visitOver = (
  { tags, settings }: Pick<AppState, 'tags' | 'settings'>,
  visit: LinkVisit,
): LinkVisit => ({
  ownTags: visit.ownTags && tags,
  ownScoring: sameFieldsOf(settings, visit.ownScoring),
  ...(visit.ownMarks && { ownMarks: visit.ownMarks }),
})

/** The person's own in place of what a link has set of `work`, as other tabs may have changed it meanwhile. */
export const ownWorkOf = (work: Work, visit: LinkVisit | null): Work => ({
  ...work,
  tags: visit?.ownTags ?? work.tags,
  marks: visit?.ownMarks ?? work.marks,
  scoring: { ...work.scoring, ...visit?.ownScoring },
})

/**
 * What undo and redo of a link's steps do to the visit. It changes together with the tags: tags of a link without
 * a visit would be written as the person's own.
 * @param work what the page shows after the step.
 */
export const followVisit = (
  state: AppState,
  label: StepLabel,
  done: 'undone' | 'redone',
  work: Work,
): { readonly work: Work; readonly linkVisit: LinkVisit | null } => {
  if (label.kind !== 'open-link' && label.kind !== 'leave-link') return { work, linkVisit: state.linkVisit }
  const begins = (label.kind === 'open-link') === (done === 'redone')
  return begins
    ? {
        work,
        linkVisit: {
          ...visitOver(state, label.visit),
          ...(label.visit.ownMarks && { ownMarks: state.marks }),
        },
      }
    : { work: ownWorkOf(work, state.linkVisit), linkVisit: null }
}
