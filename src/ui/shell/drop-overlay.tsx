import { FolderOpen, ImagePlus, Tags } from 'lucide-react'
import { usePlatform, useScreen, useScreenStore, useWords } from '../context/ui-context'
import type { Wording } from '../../words/wording'
import type { DragContent } from '../context/ui-platform'
import { useEffect } from 'react'
import { useIntake } from '../pictures/add/use-intake'

const isFieldTarget = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')

const isText = ({ types }: DataTransfer): boolean =>
  !types.includes('Files') && !types.includes('text/uri-list')

/** Makes the whole window the drop zone. */
export const useWindowDrop = (): void => {
  const platform = usePlatform()
  const screen = useScreenStore()
  const { takeDrop } = useIntake()
  useEffect(() => {
    // A text of the page itself that is dragged about is not meant for it.
    let own = false
    const leave = () => {
      if (screen.getState().drag !== null) screen.setState({ drag: null })
    }
    // Asked once per drag: a browser says the same of it every time.
    const over = (event: DragEvent) => {
      const { dataTransfer, target } = event
      if (!dataTransfer || own) return
      // A text dragged into a field is the field's; a picture or an address is not.
      if (isFieldTarget(target) && isText(dataTransfer)) return
      event.preventDefault()
      dataTransfer.dropEffect = 'copy'
      if (screen.getState().drag === null) screen.setState({ drag: platform.describeDrag(dataTransfer) })
    }
    const drop = (event: DragEvent) => {
      leave()
      const { dataTransfer } = event
      if (!dataTransfer || own || event.defaultPrevented) return
      if (isFieldTarget(event.target) && isText(dataTransfer)) return
      event.preventDefault()
      void takeDrop(dataTransfer, 'pictures')
    }
    const out = (event: DragEvent) => {
      if (event.relatedTarget === null) leave()
    }
    const listening = new AbortController()
    const { signal } = listening
    // A drag that was refused, such as for a rubber band over pictures, has no end either.
    window.addEventListener('dragstart', ({ defaultPrevented }) => (own = !defaultPrevented), { signal })
    window.addEventListener('dragend', () => (own = false), { signal })
    window.addEventListener('dragenter', over, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragleave', out, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => {
      listening.abort()
    }
  }, [platform, screen, takeDrop])
}

/** What a drop will do, in a few words. */
const describeDrag = ({ t }: Wording, drag: DragContent): string => {
  switch (drag.kind) {
    case 'pictures':
      return drag.count === 0 ? t('shell.drop.somePictures') : t('shell.drop.pictures', { count: drag.count })
    case 'folder':
      return t('shell.drop.folder')
    case 'tags':
      return drag.name === '' ? t('shell.drop.tags') : t('shell.drop.tagsFrom', { name: drag.name })
    case 'unknown':
      return t('shell.drop.unknown')
  }
}

const icons = { pictures: ImagePlus, folder: FolderOpen, tags: Tags, unknown: ImagePlus } as const

/** While something hangs over the window the whole page is the target, and says what will happen. */
export const DropOverlay = () => {
  const words = useWords()
  const { t } = words
  const drag = useScreen((screen) => screen.drag)
  if (drag === null) return null
  const Icon = icons[drag.kind]
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-0 z-50 animate-fade bg-canvas/85 p-4 backdrop-blur-[3px]"
    >
      <div className="flex h-full flex-col items-center justify-center rounded-[16px] border-2 border-dashed border-accent bg-accent-soft p-6 text-center">
        <span className="mb-5 flex size-16 items-center justify-center rounded-full bg-accent text-on-accent">
          <Icon size={28} strokeWidth={1.75} aria-hidden />
        </span>
        <p className="max-w-full text-28 font-semibold tracking-[-0.02em] break-words">
          {describeDrag(words, drag)}
        </p>
        <p className="pt-1 text-14 text-muted">{t('shell.promise')}</p>
      </div>
    </div>
  )
}
