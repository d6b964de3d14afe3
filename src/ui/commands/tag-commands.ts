import { judgesByWords } from '../../state/tasks/tasks'
import { showsAll } from '../../core/desk/view/view'
import {
  Bookmark,
  Eye,
  Link,
  ListChecks,
  type LucideIcon,
  Plus,
  SlidersHorizontal,
  Tags,
  TextQuote,
} from 'lucide-react'
import { BUILT_IN_SETS, type TagSet } from '../../core/tags/tag-sets'
import { useShownTask } from '../tasks/use-shown-task'
import { useWidth } from '../primitives/use-media'
import { useCopyLink } from '../tags/use-copy-link'
import { useActions, useApp, useAppState, useScreenStore } from '../context/ui-context'
import { type Command, usePaletteWords } from './command'
import { namedLike } from './named'

const focusAddField = () => {
  document.querySelector<HTMLElement>('[data-add-tag]')?.focus()
}

/** The sets of tags that can be named, one's own first. Taking one is a step that undo takes back. */
const useNamedSets = (): readonly Command[] => {
  const { t, format } = usePaletteWords()
  const { replaceTags } = useActions()
  const own = useAppState((state) => state.tagSets)
  const line = ({ tags }: TagSet, key: string, name: string): Command => ({
    key: `set ${key}`,
    label: t('commands.useSet', { name }),
    name,
    note: format.count(tags.length),
    icon: ListChecks,
    chosen: null,
    onSelect: () => replaceTags(tags),
  })
  return [
    ...own.map((set) => line(set, `own ${set.name}`, set.name)),
    ...BUILT_IN_SETS.map((set) => line(set, set.name, t(`tags.sets.${set.name}`))),
  ]
}

/** Ways to the sections below the tags, and what they decide first. */
const useSettingCommands = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const { setRules } = useActions()
  const screen = useScreenStore()
  const narrow = useWidth() === 'narrow'
  const { mode } = useAppState(({ settings }) => settings.rules)
  const other = mode === 'single' ? 'multi' : 'single'
  const unfolding = (section: 'template' | 'scoring', icon: LucideIcon): Command => ({
    key: section,
    label: t(`commands.sections.${section}`),
    icon,
    chosen: null,
    movesFocus: true,
    onSelect: () => {
      screen.setState({ unfolds: section, ...(narrow && { dialog: 'tags' as const }) })
    },
  })
  return [
    unfolding('template', TextQuote),
    unfolding('scoring', SlidersHorizontal),
    {
      key: `answer ${other}`,
      label: t(`commands.answers.${other}`),
      icon: Tags,
      chosen: null,
      onSelect: () => setRules({ mode: other }),
    },
  ]
}

/**
 * What can be done with tags and the labels of a classifier.
 * @param query what was typed: labels are offered by name only once there is some.
 */
export const useTagCommands = (query: string): readonly Command[] => {
  const { t } = usePaletteWords()
  const { selectors } = useApp()
  const { filterByTag, removeTag } = useActions()
  const screen = useScreenStore()
  const copyLink = useCopyLink()
  const filter = useAppState((state) => state.filter)
  const labels = useAppState(selectors.filterLabels)
  const tags = useAppState((state) => state.tags)
  const hasTags = judgesByWords(useShownTask().task)
  const sets = useNamedSets()
  const settings = useSettingCommands()
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
    ...(hasTags ? settings : []),
    ...(hasTags && query.trim() !== '' ? sets : []),
    ...(showsAll(filter)
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
    ...namedLike(labels, query, ({ text }) => text)
      .filter(({ id }) => filter.answers.length !== 1 || filter.answers[0] !== id)
      .map(({ id, text, hue }) => ({
        key: `show ${id}`,
        label: t('commands.show', { tag: text }),
        name: text,
        hue,
        chosen: null,
        onSelect: () => {
          screen.setState({ large: false, phoneShows: 'grid' })
          filterByTag(id)
        },
      })),
    ...(hasTags ? namedLike(tags, query, ({ text }) => text) : []).map(({ id, text, hue }) => ({
      key: `remove-tag ${id}`,
      label: t('tags.remove', { tag: text }),
      name: text,
      hue,
      chosen: null,
      onSelect: () => {
        removeTag(id)
      },
    })),
  ]
}
