import { withoutItems } from '../../core/history/without-items'
import type { WorkChange, WorkHistory, WorkStep } from '../app-state'

/** The history without what it knows of marks that are forgotten: no step may bring them back. */
export const withoutMarks = ({ past, future }: WorkHistory, isGone: (id: string) => boolean): WorkHistory => {
  const purged = ({ label, change: { marks, ...rest } }: WorkStep): readonly WorkStep[] => {
    const left = marks && withoutItems(marks, isGone)
    const change: WorkChange = { ...rest, ...(left && { marks: left }) }
    return Object.keys(change).length === 0 ? [] : [{ label, change }]
  }
  const purge = (steps: readonly WorkStep[]) =>
    steps.flatMap((step) => (step.change.marks ? purged(step) : [step]))
  return { past: purge(past), future: purge(future) }
}
