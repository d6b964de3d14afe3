/** One thing that a person did, with the change that takes it back, or after an undo the one that does it again. */
export interface Step<Label, Change> {
  /** What was done, as data. */
  readonly label: Label
  readonly change: Change
}

/** What can be taken back and what can be done again; the nearest step is the last of each. Immutable. */
export interface History<Label, Change> {
  readonly past: readonly Step<Label, Change>[]
  readonly future: readonly Step<Label, Change>[]
}

/**
 * Makes a change.
 * @returns the state after it with the change that takes it back, or `null` where nothing of it is left to do.
 */
export type Apply<State, Change> = (
  state: State,
  change: Change,
) => { readonly state: State; readonly inverse: Change } | null

/** What an undo or redo came to. */
export interface Travel<State, Label, Change> {
  readonly history: History<Label, Change>
  readonly state: State
  /** The step that was taken; `null` where there was none that still changes anything. */
  readonly step: Step<Label, Change> | null
}

/** Nothing to undo or redo. */
export const emptyHistory = <Label, Change>(): History<Label, Change> => ({ past: [], future: [] })

/**
 * Adds what was done last; what had been undone is forgotten. There is no end to what can be taken back: a step is as large
 * as its change, and not as what it changes.
 */
export const recordStep = <Label, Change>(
  { past }: History<Label, Change>,
  step: Step<Label, Change>,
): History<Label, Change> => ({ past: [...past, step], future: [] })

/**
 * What was done last goes on, as while a slider moves: its step takes back all of it. It must set the same fields as
 * that step. Where it has come back to where it began, there is no step.
 * @param state as it is now.
 */
export const extendStep = <State, Label, Change>(
  { past }: History<Label, Change>,
  state: State,
  apply: Apply<State, Change>,
): History<Label, Change> => {
  const last = past.at(-1)
  return { past: last && apply(state, last.change) ? past : past.slice(0, -1), future: [] }
}

/** The nearest of `steps` that changes anything, made; those before it have nothing left to do and are dropped. */
const takeNearest = <State, Label, Change>(
  steps: readonly Step<Label, Change>[],
  state: State,
  apply: Apply<State, Change>,
) => {
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at]
    const made = step && apply(state, step.change)
    if (made) return { rest: steps.slice(0, at), step: { ...step, change: made.inverse }, state: made.state }
  }
  return { rest: [], step: null, state }
}

/** Takes the last step back. */
export const undo = <State, Label, Change>(
  { past, future }: History<Label, Change>,
  state: State,
  apply: Apply<State, Change>,
): Travel<State, Label, Change> => {
  const { rest, step, state: next } = takeNearest(past, state, apply)
  return { history: { past: rest, future: step ? [...future, step] : future }, state: next, step }
}

/** Does the step again that was undone last. */
export const redo = <State, Label, Change>(
  { past, future }: History<Label, Change>,
  state: State,
  apply: Apply<State, Change>,
): Travel<State, Label, Change> => {
  const { rest, step, state: next } = takeNearest(future, state, apply)
  return { history: { past: step ? [...past, step] : past, future: rest }, state: next, step }
}

/** Takes one step of the past back, whatever was done since. */
export const undoStep = <State, Label, Change>(
  history: History<Label, Change>,
  step: Step<Label, Change>,
  state: State,
  apply: Apply<State, Change>,
): Travel<State, Label, Change> => {
  if (!history.past.includes(step)) return { history, state, step: null }
  const past = history.past.filter((other) => other !== step)
  const { step: taken, state: next } = takeNearest([step], state, apply)
  const future = taken ? [...history.future, taken] : history.future
  return { history: { past, future }, state: next, step: taken }
}
