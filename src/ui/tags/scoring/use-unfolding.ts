import { useCallback } from 'react'
import { useScreen, useScreenStore } from '../../context/ui-context'

/** What a section below the tags needs to open when it is asked for by name. */
export const useUnfolding = (section: 'template' | 'scoring') => {
  const screen = useScreenStore()
  const asked = useScreen(({ unfolds }) => unfolds === section)
  const onAnswered = useCallback(() => {
    screen.setState({ unfolds: null })
  }, [screen])
  return { asked, onAnswered }
}
