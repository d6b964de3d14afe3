import { useCallback, useRef, type KeyboardEvent } from 'react'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { ColumnHeader } from '../primitives/column-header'
import { useApp, useAppState, useScreen, useWords } from '../context/ui-context'
import { AddButton } from './add/add-button'
import { EmptyPictures } from './add/empty-pictures'
import { focusedPicture } from './focused-picture'
import { hasNoneOfOwn } from './has-none-of-own'
import { PictureStage } from './view/picture-stage'
import { ExportMenu } from './export-menu'

const LargeView = lateComponent(async () => (await import('./view/large-view')).LargeView)
const PictureList = lateComponent(async () => (await import('./list/picture-list')).PictureList)

/**
 * Keeps the keys that are pressed before the code of the large view has come, for it to do then. Those of the whole page
 * go on to it.
 */
const useKeysMeanwhile = () => {
  const kept = useRef<KeyboardEventInit[]>([])
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || key === 'Tab' || key === 'Shift') return
    event.preventDefault()
    event.stopPropagation()
    kept.current.push({ key, code, shiftKey })
  }
  const takeKeys = useCallback(() => kept.current.splice(0), [])
  return { onKeyDown, takeKeys }
}

const Middle = () => {
  const { onKeyDown, takeKeys } = useKeysMeanwhile()
  const count = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const restoring = useAppState((state) => state.restoring)
  const picture = useAppState(focusedPicture)
  const large = useScreen((screen) => screen.large)

  if (noneOfOwn) return restoring ? null : <EmptyPictures />
  const isLarge = picture !== null && (large || count === 1)
  return (
    <Part
      key={isLarge ? 'large' : 'list'}
      meanwhile={
        isLarge ? (
          // Focus goes here from the grid, and on to what comes: it is nowhere lost.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as the region that comes
          <div
            role="group"
            tabIndex={-1}
            data-large-view
            onKeyDown={onKeyDown}
            className="h-full p-4 pb-16 outline-none"
          >
            <PictureStage picture={picture} />
          </div>
        ) : null
      }
    >
      {isLarge ? (
        <LargeView picture={picture} oneOfMany={count > 1} takeKeys={takeKeys} />
      ) : (
        <PictureList openOnPress={false} />
      )}
    </Part>
  )
}

/** The middle: nothing yet, one picture large, or a grid of many. */
export const PicturesPanel = () => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const all = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  return (
    <section aria-label={t('pictures.title')} className="flex h-full min-h-0 flex-col bg-canvas">
      <div className="bg-panel">
        <ColumnHeader
          title={t('pictures.title')}
          count={
            noneOfOwn
              ? ''
              : shown === all
                ? format.count(all)
                : t('pictures.place', { place: format.count(shown), total: format.count(all) })
          }
        >
          {all > 0 && !noneOfOwn ? <ExportMenu /> : null}
          <AddButton />
        </ColumnHeader>
      </div>
      <div className="relative min-h-0 flex-1">
        <Middle />
      </div>
    </section>
  )
}
