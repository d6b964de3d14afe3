import { useCallback, useState } from 'react'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { Picture } from '../../../state/app-state'
import { ErrorNote } from '../../primitives/error-note'
import { useActions, useScreen, useWords } from '../../context/ui-context'
import { RegionsOverlay } from './regions/regions-overlay'

/**
 * The exact pixels that the model saw, each as a square. They are asked for when the canvas appears and
 * dropped when it goes, so the caller gives every picture a component of its own (by `key`).
 */
export const ModelView = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useWords()
  const { viewCrop } = useActions()
  const why = useScreen((screen) => screen.why)
  const [error, setError] = useState<TaglensError | null>(null)
  const [drawn, setDrawn] = useState(false)

  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (canvas === null) return
      const leaving = new AbortController()
      void viewCrop(picture.id, leaving.signal).then((outcome) => {
        if (leaving.signal.aborted) return
        if (outcome.kind === 'failed') setError(outcome.error)
        if (outcome.kind !== 'done') return
        const { width, height, rgba } = outcome.value
        canvas.width = width
        canvas.height = height
        canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0)
        setDrawn(true)
      })
      return () => {
        leaving.abort()
      }
    },
    [picture.id, viewCrop],
  )

  if (error) return <ErrorNote error={error} className="w-full self-center" />
  return (
    <div className="@container-[size] flex size-full items-center justify-center">
      <div className="relative overflow-hidden rounded-control">
        <div role="img" aria-label={t('pictures.modelViewAlt', { name: picture.name })} aria-busy={!drawn}>
          <canvas
            ref={draw}
            data-fits={224}
            width={224}
            height={224}
            className="w-[min(100cqw,100cqh)] bg-track [image-rendering:pixelated]"
          />
        </div>
        {why ? <RegionsOverlay picture={picture} over="view" /> : null}
      </div>
    </div>
  )
}
