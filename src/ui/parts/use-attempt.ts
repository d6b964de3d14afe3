import { useCallback, useId, useRef } from 'react'
import { toPartError } from '../../core/async/late'
import { useActions, useSite } from '../context/ui-context'

/**
 * Runs what a press asks for. Where that fails, because its code cannot be loaded or for any other reason, a notice
 * says so and offers it again, until another press of the same thing goes well.
 *
 * @returns resolves when it is over, whatever came of it.
 */
export const useAttempt = (): ((run: () => Promise<void>) => Promise<void>) => {
  const { showProblem, settled } = useActions()
  const about = useId()
  const failures = useRef(0)
  const { reportFault } = useSite().actions
  return useCallback(
    async (run) => {
      const attempt = async (): Promise<void> => {
        try {
          const before = failures.current
          await run()
          // What it ran may be an attempt itself, which has said that it failed.
          if (failures.current === before) settled(about)
        } catch (error) {
          failures.current += 1
          reportFault(error)
          showProblem(toPartError(error), () => void attempt(), about)
        }
      }
      await attempt()
    },
    [about, reportFault, settled, showProblem],
  )
}
