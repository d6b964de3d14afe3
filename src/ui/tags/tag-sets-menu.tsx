import { Bookmark, ListChecks } from 'lucide-react'
import { useEffect } from 'react'
import { tagTexts } from '../../core/tags/tag-list'
import { BUILT_IN_SETS, type TagSet } from '../../core/tags/tag-sets'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import type { MenuItem } from '../primitives/menu-items'
import { useActions, useApp, useAppState, usePlatform, useScreenStore } from '../ui-context'
import { words } from './words'

const formats = ['txt', 'csv', 'json'] as const

/** Takes a set of tags in place of the present ones, which undo brings back, or saves these as a file. */
export const TagSetsMenu = () => {
  const { store } = useApp()
  const { openTagSets, replaceTags } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const save = async (format: (typeof formats)[number]) => {
    const { toTagFile } = await import('../../core/tags/tag-file')
    const tags = tagTexts(store.getState().tags.present.filter(({ picture }) => picture === null))
    const list = new Blob([toTagFile({ name: words.tagFile, tags }, format)])
    platform.saveFile(list, `tags.${format}`)
  }
  const toItem =
    (whose: string) =>
    ({ name, tags }: TagSet): MenuItem => ({
      key: `${whose} ${name}`,
      label: name,
      note: tags.length.toString(),
      chosen: null,
      onSelect: () => replaceTags(tags),
    })
  const useItems = (): readonly MenuItem[] => {
    useEffect(() => {
      void openTagSets().then(({ refreshTagSets }) => {
        refreshTagSets()
      })
    }, [])
    return [
      {
        key: 'own',
        label: words.ownSets,
        icon: Bookmark,
        chosen: null,
        onSelect: () => {
          screen.setState({ dialog: 'tag-sets' })
        },
      },
      ...useAppState((state) => state.tagSets).map(toItem('own')),
      ...BUILT_IN_SETS.map(toItem('built-in')),
      ...formats.map((format) => ({
        key: format,
        label: words.saveTags,
        note: `.${format}`,
        chosen: null,
        onSelect: () => void save(format),
      })),
    ]
  }
  return (
    <MenuButton label={words.tagSets} useItems={useItems}>
      <IconButton icon={ListChecks} label={words.tagSets} />
    </MenuButton>
  )
}
