import { useActions, usePlatform } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { useOwnWords } from './use-own-words'

/** Opens the file of a classifier, as one that is dropped on the page is opened. */
export const OpenButton = () => {
  const { t } = useOwnWords()
  const { takeFiles } = useActions()
  const { pickArchive } = usePlatform()
  const attempt = useAttempt()
  return (
    <Button
      size="small"
      data-tip={t('own.openTip')}
      onClick={() =>
        void attempt(async () => {
          const files = await pickArchive()
          if (files.length > 0) await takeFiles(files, 'pictures')
        })
      }
    >
      {t('own.open')}
    </Button>
  )
}
