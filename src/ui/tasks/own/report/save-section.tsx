import { useActions, usePlatform } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { OpenButton } from '../open-button'
import { useOwnWords } from '../use-own-words'

const KINDS = ['taglens', 'head', 'onnx', 'python', 'javascript'] as const

/** Saves a classifier: whole, or its head for other programs. */
export const SaveSection = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const { saveFile } = usePlatform()
  const attempt = useAttempt()
  return (
    <section className="grid max-w-prose gap-1.5">
      <h3 className="font-semibold">{t('own.save')}</h3>
      <p className="text-muted">{t('own.saveHow')}</p>
      <div className="flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            size="small"
            onClick={() => void attempt(async () => (await marking.load()).files.save(kind, saveFile))}
          >
            {t(`own.saveAs.${kind}`)}
          </Button>
        ))}
        <OpenButton />
      </div>
    </section>
  )
}
