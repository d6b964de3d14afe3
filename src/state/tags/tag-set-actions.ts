import { keepSet, removeSet, renameSet, type TagSetChange } from '../../core/tags/own-sets'
import type { TagSet } from '../../core/tags/tag-sets'
import type { TagSetActions } from '../app-actions'
import type { TagSetStore } from '../../platform/storage/tag-set-store'
import type { ActionDeps } from '../app-deps'
import type { Notices } from '../messages/notices'

/** What a notice tells of. */
const ABOUT_SETS = 'sets of tags'

/**
 * Builds what can be done with the person's own sets of tags. Each reads what is kept first, since another tab may
 * have changed it.
 */
export const createTagSetActions = (
  { store }: Pick<ActionDeps, 'store'>,
  tagSets: TagSetStore,
  notices: Notices,
): TagSetActions => {
  let keeps = true
  /** Where nothing can be kept, the sets of this visit are all there are. */
  const present = () => (keeps ? tagSets.read() : store.getState().tagSets)

  const put = (sets: readonly TagSet[]) => {
    keeps = tagSets.write(sets)
    store.setState({ tagSets: sets })
    if (keeps) {
      notices.settled(ABOUT_SETS)
      return
    }
    notices.show({
      tone: 'problem',
      about: ABOUT_SETS,
      text: ({ t }) => t('notices.setsNotKept'),
      action: null,
    })
  }
  const take = (change: TagSetChange): TagSetChange => {
    if (change.kind === 'changed') put(change.sets)
    return change
  }

  return {
    refreshTagSets: () => {
      store.setState({ tagSets: present() })
    },
    keepTagSet: (name, replaces) => {
      const tags = store.getState().tags.filter(({ picture }) => picture === null)
      return take(keepSet(present(), { name, tags: tags.map(({ text }) => text) }, replaces))
    },
    renameTagSet: (name, next) => take(renameSet(present(), name, next)),
    removeTagSet: (name) => {
      const set = present().find((candidate) => candidate.name === name)
      put(removeSet(present(), name))
      return () => {
        if (set) take(keepSet(present(), set, false))
      }
    },
  }
}
