import { useActions, usePlatform, useScreenStore } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { useOwnWords } from './use-own-words'

/** Opens the file of a classifier. What is none is told, and comes to nothing: a picture too. */
export const OpenButton = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const { pickArchive } = usePlatform()
  const screen = useScreenStore()
  const attempt = useAttempt()
  return (
    <Button
      size="small"
      data-tip={t('own.openTip')}
      onClick={() =>
        void attempt(async () => {
          const [file] = await pickArchive()
          if (!file) return
          // What comes of it is told on the page, and the report would be of what answered before.
          screen.setState({ dialog: null })
          await (await marking.load()).files.open(file)
        })
      }
    >
      {t('own.open')}
    </Button>
  )
}
