import { Minus, Plus } from 'lucide-react'
import { useImperativeHandle, type Ref } from 'react'
import type { Picture } from '../../../../state/app-state'
import { largeView } from '../../../../words/en/pictures/large-view'
import { useScreen, useWordsWith } from '../../../context/ui-context'
import { classNames } from '../../../primitives/class-names'
import { IconButton } from '../../../primitives/icon-button'
import { PictureStage } from '../picture-stage'
import { useZoom } from './use-zoom'

/** What of keys the stage takes: who has the focus asks it first. */
export interface ZoomKeys {
  /** @returns whether it did something. */
  press(key: string): boolean
}

interface ZoomStageProps {
  readonly picture: Picture
  /** Where it stands in what scrolls: a wheel zooms with Ctrl alone, and buttons come once it is larger. */
  readonly compact?: boolean
  readonly ref?: Ref<ZoomKeys>
  readonly className?: string
}

/**
 * A picture that can be looked at closely: by wheel, pinch, double press, keys and buttons. Only a transform changes, so
 * nothing beside it moves. The caller gives every picture a stage of its own (by `key`).
 */
export const ZoomStage = ({ picture, compact = false, ref, className = '' }: ZoomStageProps) => {
  const { t, format } = useWordsWith(largeView)
  const modelView = useScreen((state) => state.modelView)
  const { attach, look, zoom, press } = useZoom(`${picture.phase.kind} ${modelView}`, !compact)
  useImperativeHandle(ref, () => ({ press }), [press])
  const { view, percent, glides } = look
  const isClose = view.scale > 1
  const said = percent === null ? '' : t('units.percent', { value: format.count(percent) })
  return (
    <div className="relative size-full">
      <div
        ref={attach}
        className={classNames(
          'size-full overflow-hidden',
          isClose ? 'cursor-grab touch-none active:cursor-grabbing' : 'touch-pan-x touch-pan-y',
          className,
        )}
      >
        <div
          className={classNames('size-full', glides && 'transition-transform duration-160 ease-out')}
          style={isClose ? { transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` } : {}}
        >
          <PictureStage picture={picture} />
        </div>
      </div>
      {percent === null || (compact && !isClose) ? null : (
        <div
          role="group"
          aria-label={t('largeView.zoom')}
          className="absolute end-3 bottom-2 flex items-center rounded-control bg-raised shadow-float"
        >
          <IconButton
            small
            icon={Minus}
            label={t('largeView.zoomOut')}
            keys="-"
            disabled={!isClose}
            onClick={() => {
              zoom('out')
            }}
          />
          <button
            type="button"
            aria-label={t('largeView.fit', { percent: said })}
            data-tip={t('largeView.fit', { percent: said })}
            onClick={() => {
              zoom('fit')
            }}
            className="h-6 min-w-12 rounded-small px-1 text-center text-12 tabular-nums hover:bg-hover touch:h-9"
          >
            {said}
          </button>
          <IconButton
            small
            icon={Plus}
            label={t('largeView.zoomIn')}
            keys="+"
            onClick={() => {
              zoom('in')
            }}
          />
        </div>
      )}
    </div>
  )
}
