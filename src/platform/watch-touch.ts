/** What a person's first move is, whatever they use; wheel and hover are looking, not doing. */
const MOVES = ['pointerdown', 'keydown', 'dragenter', 'paste'] as const

/**
 * Watches from now on whether the person does anything on the page. Not by `navigator.userActivation`, which
 * does not count a drag and counts what a debugger does.
 * @returns whether they have.
 */
export const watchTouch = (): (() => boolean) => {
  const first = new AbortController()
  for (const move of MOVES)
    window.addEventListener(
      move,
      () => {
        first.abort()
      },
      { capture: true, passive: true, signal: first.signal },
    )
  return () => first.signal.aborted
}
