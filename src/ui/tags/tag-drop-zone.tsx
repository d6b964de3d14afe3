import { Tag as TagIcon } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { classNames } from '../primitives/class-names'
import { useIntake } from '../pictures/add/use-intake'
import { TagTargets } from '../tasks/own/own-view'
import { useActions, useScreen, useScreenStore, useWords } from '../context/ui-context'

/**
 * Lies over the tags while a picture is dragged, one of the list or files from elsewhere: let go here it becomes a
 * tag. Everywhere else files join the pictures, over which the rest of the page says so.
 */
export const TagDropZone = () => {
  const { t } = useWords()
  const { addPictureTag } = useActions()
  const { takeDrop } = useIntake()
  const screen = useScreenStore()
  const draggedId = useScreen(({ draggedPicture }) => draggedPicture)
  const files = useScreen(({ drag }) => (drag?.kind === 'pictures' ? Math.max(1, drag.count) : 0))
  const [over, setOver] = useState(false)
  if (draggedId === null && files === 0) return null

  const end = () => {
    setOver(false)
    screen.setState({ draggedPicture: null })
  }
  const onDragOver = (event: DragEvent) => {
    setOver(true)
    if (draggedId === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const onDrop = (event: DragEvent) => {
    // The window's own drop then leaves it alone.
    event.preventDefault()
    if (draggedId !== null) addPictureTag(draggedId)
    else void takeDrop(event.dataTransfer, 'tags')
    end()
  }
  return (
    // For a pointer alone: the button beside a picture's name does the same.
    <div
      role="presentation"
      data-tag-drop
      onDragOver={onDragOver}
      onDragLeave={() => {
        setOver(false)
      }}
      onDrop={onDrop}
      // A pointer that moves drags nothing any longer, whatever the browser failed to say.
      onPointerMove={end}
      className="absolute inset-0 z-60 flex animate-fade flex-col gap-3 bg-panel p-3"
    >
      {draggedId === null ? null : <TagTargets pictureId={draggedId} onDropped={end} />}
      <span
        className={classNames(
          'pointer-events-none flex min-h-0 w-full flex-1 flex-col items-center justify-center gap-2 rounded-card border-2 border-dashed p-3 text-center text-14 font-medium',
          over ? 'border-accent bg-accent-soft text-text' : 'border-control text-muted',
        )}
      >
        <TagIcon size={20} strokeWidth={1.75} aria-hidden />
        <span>{t('tags.useAsTags', { count: Math.max(1, files) })}</span>
      </span>
    </div>
  )
}
