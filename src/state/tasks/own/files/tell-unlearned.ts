import { own as ownWords } from '../../../../words/en/own'
import type { ActionDeps } from '../../../app-deps'
import type { AppState } from '../../../app-state'
import type { Notices } from '../../../messages/notices'

/** Tags that a head from a file without examples has no class for, and so never answers; none of a head that learns. */
export const unlearnedTags = ({ own, tags }: Pick<AppState, 'own' | 'tags'>): AppState['tags'] =>
  own?.examples === 0 ? tags.filter(({ id }) => !own.classIds.includes(id)) : []

/** Says of tags that are added while such a head answers that it cannot learn them, and what to do. */
export const tellUnlearned = (
  { store, wordsWith }: Pick<ActionDeps, 'store' | 'wordsWith'>,
  { show }: Pick<Notices, 'show'>,
): void => {
  store.subscribe((state, before) => {
    if (state.tags === before.tags || before.own === null || state.own?.head !== before.own.head) return
    const known = new Set(before.tags.map(({ id }) => id))
    const added = unlearnedTags(state).filter(({ id }) => !known.has(id))
    if (added.length === 0) return
    show({
      ...{ tone: 'info', stays: true, about: 'tags beside a head alone' },
      text: () => {
        const { t, format } = wordsWith(ownWords)
        return t('own.headLacks', { tags: format.list(added.map(({ text }) => text)) })
      },
      action: {
        label: () => wordsWith(ownWords).t('own.letWords'),
        run: () => {
          store.setState({ answersBy: 'words' })
        },
      },
      holds: (now) => unlearnedTags(now).some(({ id }) => added.some((tag) => tag.id === id)),
    })
  })
}
