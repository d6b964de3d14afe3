import { ArrowDownUp, Download, Image, ListChecks, Pause, Play, Square } from 'lucide-react'
import { useAddWays } from '../pictures/add-ways-menu'
import { exportFormats, useSaveResults } from '../pictures/use-save-results'
import { useSortItems } from '../pictures/use-sort-items'
import { useActions, useAppState, useScreenStore } from '../ui-context'
import type { Command } from './command'
import { named } from './named'
import { words } from './words'

const useQueueCommands = (): readonly Command[] => {
  const { pauseQueue, resumeQueue, stopQueue } = useActions()
  const queue = useAppState((state) => state.queue.kind)
  const stop = { key: 'stop', label: words.stop, icon: Square, chosen: null, onSelect: stopQueue }
  switch (queue) {
    case 'idle':
      return []
    case 'running':
      return [{ key: 'pause', label: words.pause, icon: Pause, chosen: null, onSelect: pauseQueue }, stop]
    case 'paused':
      return [{ key: 'resume', label: words.resume, icon: Play, chosen: null, onSelect: resumeQueue }, stop]
  }
}

/**
 * What can be done with pictures, in the order of their menus.
 * @param query what was typed: pictures are offered by name only once there is some.
 */
export const usePictureCommands = (query: string): readonly Command[] => {
  const { select, selectAll } = useActions()
  const screen = useScreenStore()
  const save = useSaveResults()
  const pictures = useAppState((state) => state.pictures)
  const ways = useAddWays()
  const sorts = useSortItems()
  const queue = useQueueCommands()
  if (pictures.length === 0) return ways
  return [
    ...ways,
    ...queue,
    { key: 'select-all', label: words.selectAll, icon: ListChecks, chosen: null, onSelect: selectAll },
    ...sorts.map((sort) => ({
      ...sort,
      key: `sort ${sort.key}`,
      label: words.sortBy(sort.label),
      icon: ArrowDownUp,
    })),
    ...exportFormats.map(({ format, label }) => ({
      key: `save ${format}`,
      label: words.save(label),
      note: `.${format}`,
      icon: Download,
      chosen: null,
      onSelect: () => void save(format),
    })),
    ...named(pictures, query, ({ name }) => words.goTo(name)).map(({ id, name }) => ({
      key: `picture ${id}`,
      label: words.goTo(name),
      icon: Image,
      chosen: null,
      onSelect: () => {
        select(id, 'only')
        screen.setState({ large: true })
      },
    })),
  ]
}
