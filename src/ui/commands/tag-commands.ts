import { Bookmark, Eye, Link, Plus } from 'lucide-react'
import { useCopyLink } from '../tags/use-copy-link'
import { useActions, useApp, useAppState, useScreenStore, useWords } from '../ui-context'
import type { Command } from './command'
import { named } from './named'

const focusAddField = () => {
  document.querySelector<HTMLElement>('[data-add-tag]')?.focus()
}

/**
 * What can be done with tags and the labels of a classifier.
 * @param query what was typed: labels are offered by name only once there is some.
 */
export const useTagCommands = (query: string): readonly Command[] => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const screen = useScreenStore()
  const copyLink = useCopyLink()
  const filterTagId = useAppState((state) => state.filterTagId)
  const labels = useAppState(selectors.filterLabels)
  const add: Command = {
    key: 'add-tag',
    label: t('commands.addTag'),
    icon: Plus,
    chosen: null,
    movesFocus: true,
    onSelect: focusAddField,
  }
  const ownSets: Command = {
    key: 'own-sets',
    label: t('tags.ownSets'),
    icon: Bookmark,
    chosen: null,
    onSelect: () => {
      screen.setState({ dialog: 'tag-sets' })
    },
  }
  const link: Command = {
    key: 'link',
    label: t('tags.copyLink'),
    icon: Link,
    chosen: null,
    onSelect: () => void copyLink(),
  }
  return [
    add,
    ownSets,
    link,
    ...(filterTagId === null
      ? []
      : [
          {
            key: 'all',
            label: t('commands.showAll'),
            icon: Eye,
            chosen: null,
            onSelect: () => filterByTag(null),
          },
        ]),
    ...named(labels, query, ({ text }) => text)
      .filter(({ id }) => id !== filterTagId)
      .map(({ id, text, hue }) => ({
        key: `show ${id}`,
        label: t('commands.show', { tag: text }),
        hue,
        chosen: null,
        onSelect: () => {
          screen.setState({ large: false, phoneShows: 'grid' })
          filterByTag(id)
        },
      })),
  ]
}
