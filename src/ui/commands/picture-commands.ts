import {
  ArrowDownUp,
  Copy,
  Download,
  FastForward,
  FolderTree,
  Image,
  ListChecks,
  MoveHorizontal,
  Pause,
  Play,
  Square,
  Trash2,
} from 'lucide-react'
import { countReadFast } from '../../state/pictures/picture-actions'
import { useAddWays } from '../pictures/add/add-ways-menu'
import { focusedPicture } from '../pictures/focused-picture'
import { EXPORT_FORMATS, useSaveResults } from '../pictures/use-save-results'
import { useSortItems } from '../pictures/list/use-sort-items'
import { useDecisionCommands } from './decision-commands'
import { useAttempt } from '../parts/use-attempt'
import { PEOPLE_FORMS, useResultCopies } from '../ranking/use-result-copies'
import { useActions, useApp, useAppState, usePlatform, useScreenStore } from '../context/ui-context'
import { type Command, usePaletteWords } from './command'
import { namedLike } from './named'

const useQueueCommands = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const { pauseQueue, resumeQueue, stopQueue } = useActions()
  const queue = useAppState((state) => state.queue.kind)
  const stop = { key: 'stop', label: t('commands.stop'), icon: Square, chosen: null, onSelect: stopQueue }
  switch (queue) {
    case 'idle':
      return []
    case 'running':
      return [
        { key: 'pause', label: t('commands.pause'), icon: Pause, chosen: null, onSelect: pauseQueue },
        stop,
      ]
    case 'paused':
      return [
        { key: 'resume', label: t('commands.resume'), icon: Play, chosen: null, onSelect: resumeQueue },
        stop,
      ]
  }
}

/** How large photographs are read. Back to exactly takes time: it says how many that is about, and can be taken back. */
const useReadingCommand = (): Command => {
  const { t, format } = usePaletteWords()
  const { setReading, tell } = useActions()
  const isFast = useAppState(({ settings }) => settings.reading === 'fast')
  const again = useAppState(({ pictures }) => (isFast ? countReadFast(pictures) : 0))
  return {
    key: 'reading',
    label: t('commands.fastReading'),
    icon: FastForward,
    chosen: isFast,
    ...(again > 0 && { note: t('commands.offReads', { number: format.count(again) }) }),
    onSelect: () => {
      const change = setReading(isFast ? 'exact' : 'fast')
      const { again: count } = change
      if (count === 0) return
      tell(() => t('commands.readsAgain', { count }), {
        stays: true,
        action: { label: ({ t: say }) => say('history.undo'), run: change.takeBack },
        holds: ({ queue, settings }) => queue.kind !== 'idle' && settings.reading === 'exact',
      })
    },
  }
}

/** Copies of what is said of the picture in focus; none while there is no answer. */
const useCopyCommands = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const { tell } = useActions()
  const { selectors } = useApp()
  const attempt = useAttempt()
  const copiesOf = useResultCopies()
  const picture = useAppState((state) => {
    const focused = focusedPicture(state)
    return focused && selectors.labels(state, focused).length > 0 ? focused : null
  })
  if (picture === null) return []
  return PEOPLE_FORMS.map((form) => ({
    key: `copy ${form}`,
    label: t('commands.copyResult', { form: t(`ranking.copyForms.${form}`) }),
    icon: Copy,
    chosen: null,
    onSelect: () =>
      void attempt(async () => {
        const outcome = await copiesOf(picture).copy(form)
        tell(({ t: say }) => say(outcome))
      }),
  }))
}

/**
 * What can be done with pictures, in the order of their menus.
 * @param query what was typed: pictures are offered by name only once there is some.
 */
export const usePictureCommands = (query: string): readonly Command[] => {
  const { t } = usePaletteWords()
  const { removePictures, select, selectAll, setExtent } = useActions()
  const isWhole = useAppState(({ settings }) => settings.extent === 'whole')
  const reading = useReadingCommand()
  const screen = useScreenStore()
  const save = useSaveResults()
  const { canWriteFolders } = usePlatform()
  const pictures = useAppState((state) => state.pictures)
  const { ids, focusId } = useAppState((state) => state.selection)
  const ways = useAddWays()
  const sorts = useSortItems()
  const queue = useQueueCommands()
  const copies = useCopyCommands()
  const marked = ids.size > 0 ? [...ids] : focusId === null ? [] : [focusId]
  const decisions = useDecisionCommands(marked, query)
  if (pictures.length === 0) return ways
  return [
    ...ways,
    ...queue,
    reading,
    {
      key: 'extent',
      label: t('commands.wholePictures'),
      icon: MoveHorizontal,
      chosen: isWhole,
      onSelect: () => setExtent(isWhole ? 'middle' : 'whole'),
    },
    {
      key: 'select-all',
      label: t('commands.selectAll'),
      icon: ListChecks,
      chosen: null,
      onSelect: selectAll,
    },
    ...(marked.length > 0
      ? [
          {
            key: 'remove',
            label: t('commands.remove', { count: marked.length }),
            icon: Trash2,
            chosen: null,
            onSelect: () => removePictures(marked),
          },
        ]
      : []),
    {
      key: 'remove-all',
      label: t('commands.removeAll', { count: pictures.length }),
      icon: Trash2,
      chosen: null,
      onSelect: () => removePictures(pictures.map(({ id }) => id)),
    },
    ...sorts.map((sort) => ({
      ...sort,
      key: sort.key.startsWith('unlike') ? sort.key : `sort ${sort.key}`,
      label: t('commands.sortBy', { order: sort.label }),
      icon: ArrowDownUp,
    })),
    ...decisions,
    ...copies,
    ...EXPORT_FORMATS.map((format) => ({
      key: `save ${format}`,
      label: t('commands.save', { format: t(`pictures.exports.${format}`) }),
      note: `.${format}`,
      icon: Download,
      chosen: null,
      onSelect: () => void save({ kind: format, scope: 'all' }),
    })),
    {
      key: 'exports',
      label: t('commands.exports'),
      icon: Download,
      chosen: null,
      onSelect: () => {
        screen.setState({ dialog: 'export' })
      },
    },
    ...(canWriteFolders
      ? [
          {
            key: 'moves',
            label: t('commands.moves'),
            icon: FolderTree,
            chosen: null,
            onSelect: () => {
              screen.setState({ dialog: 'moves' })
            },
          },
        ]
      : []),
    ...namedLike(pictures, query, ({ name }) => name).map(({ id, name }) => ({
      key: `picture ${id}`,
      label: t('commands.goTo', { name }),
      name,
      icon: Image,
      chosen: null,
      onSelect: () => {
        select(id, 'only')
        screen.setState({ large: true })
      },
    })),
  ]
}
