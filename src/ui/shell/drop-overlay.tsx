import { FolderOpen, ImagePlus, Tags } from 'lucide-react'
import { useScreen, useWords } from '../context/ui-context'
import type { Wording } from '../../words/wording'
import type { DragContent } from '../context/ui-platform'

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
