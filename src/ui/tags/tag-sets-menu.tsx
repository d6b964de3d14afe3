import { Bookmark, ListChecks } from 'lucide-react'
import { useEffect } from 'react'
import { createLate } from '../../core/async/late'
import { tagTexts } from '../../core/tags/tag-list'
import { BUILT_IN_SETS, type TagSet } from '../../core/tags/tag-sets'
import { useAttempt } from '../parts/use-attempt'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import type { MenuItem } from '../primitives/menu/menu-items'
import { useActions, useApp, useAppState, usePlatform, useScreenStore, useWords } from '../context/ui-context'

const tagFiles = createLate(() => import('../../core/tags/tag-file'))

const formats = ['txt', 'csv', 'json'] as const

/** Takes a set of tags in place of the present ones, which undo brings back, or saves these as a file. */
export const TagSetsMenu = () => {
  const { t, format } = useWords()
  const { store } = useApp()
  const { ownTagSets, replaceTags } = useActions()
  const platform = usePlatform()
  const screen = useScreenStore()
  const attempt = useAttempt()
  const save = async (kind: (typeof formats)[number]) => {
    const { toTagFile } = await tagFiles.load()
    const tags = tagTexts(store.getState().tags.filter(({ picture }) => picture === null))
    const list = new Blob([toTagFile({ name: t('tags.tagFile'), tags }, kind)])
    platform.saveFile(list, `tags.${kind}`)
  }
  const toItem = ({ tags }: TagSet, key: string, label: string): MenuItem => ({
    key,
    label,
    note: format.count(tags.length),
    chosen: null,
    onSelect: () => replaceTags(tags),
  })
  const useItems = (): readonly MenuItem[] => {
    useEffect(() => {
      void attempt(async () => {
        ;(await ownTagSets.load()).refreshTagSets()
      })
    }, [])
    return [
      {
        key: 'own',
        label: t('tags.ownSets'),
        icon: Bookmark,
        chosen: null,
        onSelect: () => {
          screen.setState({ dialog: 'tag-sets' })
        },
      },
      ...useAppState((state) => state.tagSets).map((set) => toItem(set, `own ${set.name}`, set.name)),
      ...BUILT_IN_SETS.map((set) => toItem(set, set.name, t(`tags.sets.${set.name}`))),
      ...formats.map((kind) => ({
        key: kind,
        label: t('tags.saveTags'),
        note: `.${kind}`,
        chosen: null,
        onSelect: () => void attempt(() => save(kind)),
      })),
    ]
  }
  return (
    <MenuButton label={t('tags.tagSets')} useItems={useItems}>
      <IconButton icon={ListChecks} label={t('tags.tagSets')} />
    </MenuButton>
  )
}
