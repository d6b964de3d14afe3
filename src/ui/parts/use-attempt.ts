import { useCallback } from 'react'
import { toPartError } from '../../core/async/late'
import { useActions, useSite } from '../context/ui-context'

/**
 * Runs what a press asks for. Where that fails, because its code cannot be loaded or for any other reason, a notice
 * says so and offers it again.
 *
 * @returns resolves when it is over, whatever came of it.
 */
export const useAttempt = (): ((run: () => Promise<void>) => Promise<void>) => {
  const { showProblem } = useActions()
  const { reportFault } = useSite().actions
  return useCallback(
    async (run) => {
      const attempt = async (): Promise<void> => {
        try {
          await run()
        } catch (error) {
          reportFault(error)
          showProblem(toPartError(error), () => void attempt())
        }
      }
      await attempt()
    },
    [reportFault, showProblem],
  )
}
