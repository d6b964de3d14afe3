import { ListChecks } from 'lucide-react'
import { tagTexts } from '../../core/tags/tag-list'
import { BUILT_IN_SETS } from '../../core/tags/tag-sets'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import type { MenuItem } from '../primitives/menu-items'
import { useActions, useApp, usePlatform, useWords } from '../ui-context'

const formats = ['txt', 'csv', 'json'] as const

/** Takes a set of tags in place of the present ones, which undo brings back, or saves these as a file. */
export const TagSetsMenu = () => {
  const { t, format } = useWords()
  const { store } = useApp()
  const { replaceTags } = useActions()
  const platform = usePlatform()
  const save = async (kind: (typeof formats)[number]) => {
    const { toTagFile } = await import('../../core/tags/tag-file')
    const tags = tagTexts(store.getState().tags.present.filter(({ picture }) => picture === null))
    const list = new Blob([toTagFile({ name: t('tags.tagFile'), tags }, kind)])
    platform.saveFile(list, `tags.${kind}`)
  }
  const useItems = (): readonly MenuItem[] => [
    ...BUILT_IN_SETS.map(({ name, tags }) => ({
      key: name,
      label: t(`tags.sets.${name}`),
      note: format.count(tags.length),
      chosen: null,
      onSelect: () => replaceTags(tags),
    })),
    ...formats.map((kind) => ({
      key: kind,
      label: t('tags.saveTags'),
      note: `.${kind}`,
      chosen: null,
      onSelect: () => void save(kind),
    })),
  ]
  return (
    <MenuButton label={t('tags.tagSets')} useItems={useItems}>
      <IconButton icon={ListChecks} label={t('tags.tagSets')} />
    </MenuButton>
  )
}
