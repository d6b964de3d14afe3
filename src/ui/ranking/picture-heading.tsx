import { Check, Tag as TagIcon, Trash2 } from 'lucide-react'
import type { Picture } from '../../state/app-state'
import { CutText } from '../primitives/cut-text/cut-text'
import { IconButton } from '../primitives/icon-button'
import { useActions, useAppState, useScreen, useScreenStore, useWords } from '../context/ui-context'
import { useSaysWhatItIs } from './use-says-what-it-is'

/** Takes off the list what is marked, or this one picture where nothing else is. */
const RemoveButton = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const { removePictures } = useActions()
  const marked = useAppState(({ selection }) => selection.ids)
  const ids = marked.has(id) ? [...marked] : [id]
  return (
    <IconButton
      icon={Trash2}
      label={t('ranking.remove', { count: ids.length })}
      keys="Delete"
      onClick={() => removePictures(ids)}
    />
  )
}

/** Makes the picture a tag, so that others are ranked by how near they are to it. */
const PictureTagButton = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const { addPictureTag } = useActions()
  return (
    <IconButton
      icon={TagIcon}
      label={t('ranking.useAsTag')}
      onClick={() => {
        addPictureTag(id)
      }}
    />
  )
}

/** Opens what says what pictures are, for a classifier of the person's own. */
const TeachButton = () => {
  const { t } = useWords()
  const screen = useScreenStore()
  const teaching = useScreen((state) => state.teaching)
  const isOpen = useSaysWhatItIs()
  return (
    <IconButton
      icon={Check}
      label={t('ranking.teach')}
      aria-pressed={isOpen}
      onClick={() => {
        screen.setState({ teaching: !teaching })
      }}
    />
  )
}

/** The name of the picture, its size in pixels and in bytes, and whether it was read smaller than it is. */
export const PictureHeading = ({
  picture: { id, name, file, absent, phase },
}: {
  readonly picture: Picture
}) => {
  const { t, format } = useWords()
  const { facts, encoded } = phase.kind === 'ready' ? phase : { facts: null, encoded: null }
  const about = [
    ...(facts ? [format.size(facts.width, facts.height)] : []),
    format.bytes(absent?.size ?? file.size),
    ...(encoded && encoded.reducedBy > 1 ? [t('ranking.reduced', { by: encoded.reducedBy })] : []),
  ]
  return (
    <div className="flex items-center gap-2 py-3 pe-2 ps-4">
      <div className="min-w-0 flex-1">
        <h3 className="text-14 font-semibold">
          <CutText text={name} />
        </h3>
        <p className="text-12 text-muted tabular-nums">{about.join(' · ')}</p>
      </div>
      <TeachButton />
      {absent ? null : <PictureTagButton id={id} />}
      <RemoveButton id={id} />
    </div>
  )
}
