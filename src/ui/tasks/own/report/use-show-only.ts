import { useActions } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'

/** Shows these pictures without the others, under a text that says what they are. */
export const useShowOnly = (onShown: () => void) => {
  const { marking } = useActions()
  const attempt = useAttempt()
  return (sha256s: readonly string[], text: string): void =>
    void attempt(async () => {
      ;(await marking.load()).showOnly(sha256s, text)
      onShown()
    })
}
