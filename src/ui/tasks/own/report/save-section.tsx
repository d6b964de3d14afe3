import { useEffect, useState } from 'react'
import { useActions, usePlatform } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { ProgressBar } from '../../../primitives/progress-bar'
import { OpenButton } from '../open-button'
import { useOwnWords } from '../use-own-words'
import { SmallPicturesChoice } from './small-pictures-choice'

const KINDS = ['taglens', 'head', 'onnx', 'python', 'javascript'] as const

/** Saves a classifier: whole, or its head for other programs. */
export const SaveSection = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const { saveFile } = usePlatform()
  const attempt = useAttempt()
  const [withSmall, setWithSmall] = useState(false)
  const [making, setMaking] = useState<{ readonly share: number; readonly stop: AbortController } | null>(
    null,
  )
  const stop = making?.stop
  useEffect(() => () => stop?.abort(), [stop])
  const save = (kind: (typeof KINDS)[number]) =>
    attempt(async () => {
      const { files } = await marking.load()
      if (kind !== 'taglens' || !withSmall) return files.save(kind, saveFile)
      const stopping = new AbortController()
      const onProgress = (share: number) => {
        setMaking({ share, stop: stopping })
      }
      onProgress(0)
      try {
        await files.save(kind, saveFile, { signal: stopping.signal, onProgress })
      } finally {
        setMaking(null)
      }
    })
  return (
    <section className="grid max-w-prose gap-1.5">
      <h3 className="font-semibold">{t('own.save')}</h3>
      <p className="text-muted">{t('own.saveHow')}</p>
      <SmallPicturesChoice chosen={withSmall} onChange={setWithSmall} />
      <div className="flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <Button key={kind} size="small" disabled={making !== null} onClick={() => void save(kind)}>
            {t(`own.saveAs.${kind}`)}
          </Button>
        ))}
        <OpenButton />
      </div>
      {making ? (
        <div className="flex items-center gap-3">
          <ProgressBar label={t('own.smallMaking')} share={making.share} className="flex-1" />
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              making.stop.abort()
            }}
          >
            {t('own.smallStop')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
