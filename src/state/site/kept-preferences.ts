import {
  NO_TIMES,
  isSameShared,
  mergeShared,
  noteChanges,
  withTagOf,
  type Shared,
} from '../../core/preferences/shared-preferences'
import { applyPatch, diffLists } from '../../core/history/list-patch'
import type { TagList } from '../../core/tags/tag-list'
import type { Preferences } from '../../platform/storage/preferences'
import type { ActionDeps } from '../app-deps'
import type { AppState, Settings } from '../app-state'
import type { WorkKeeper } from '../history/work-history'
import { ownTagsAndSettings, withOwn } from '../links/link-visit'

const words = (tags: TagList) => tags.filter(({ picture }) => picture === null)

/**
 * What of the page outlives it and is shared with other tabs: the person's own, not a link's. Pictures that are tags
 * are this tab's alone, and kept with its pictures.
 */
const keptOf = (state: AppState) => {
  const { tags, settings } = ownTagsAndSettings(state)
  return { tags: words(tags).map(({ id, text, hue, threshold }) => ({ id, text, hue, threshold })), settings }
}

/** The tags of this tab as the shared ones have them: its pictures stay behind the tags that they stood behind. */
const takeShared = (present: TagList, shared: Shared<Settings>['tags']): TagList => {
  const known = new Map(present.map((tag) => [tag.id, tag]))
  const taken = shared.map((tag): TagList[number] => {
    const mine = known.get(tag.id)
    const isSame = mine?.text === tag.text && mine.hue === tag.hue && mine.threshold === tag.threshold
    return mine && isSame ? mine : { ...tag, picture: null }
  })
  const pictures = diffLists(words(present), present)
  return pictures ? applyPatch(taken, pictures) : taken
}

const toShared = ({ tags, times = NO_TIMES, ...settings }: Preferences): Shared<Settings> => ({
  tags,
  settings,
  times,
})

/**
 * Writes tags and settings whenever they change, and takes over what another tab has changed. Nothing of it is a step
 * of this tab's history: undo takes back what was done here.
 */
export const keepPreferences = (
  { store, preferences }: Pick<ActionDeps, 'store' | 'preferences'>,
  { change }: Pick<WorkKeeper, 'change'>,
  kept: Preferences | null,
): void => {
  const { getState, setState } = store
  let shared: Shared<Settings> = { ...keptOf(getState()), times: kept?.times ?? NO_TIMES }
  let isShowing = false

  const write = ({ tags, times, settings }: Shared<Settings>) => {
    preferences.write({ ...settings, tags, times })
  }

  /** Makes this tab show what is shared. */
  const show = ({ tags, settings }: Shared<Settings>) => {
    const own = { tags: takeShared(ownTagsAndSettings(getState()).tags, tags), settings }
    const page = withOwn(getState(), own)
    isShowing = true
    change({ tags: page.tags })
    setState(({ overrides }) => ({
      settings: page.settings,
      linkVisit: page.linkVisit,
      overrides: overrides + 1,
    }))
    isShowing = false
  }

  store.subscribe((state, before) => {
    const isSame =
      state.tags === before.tags && state.settings === before.settings && state.linkVisit === before.linkVisit
    if (isShowing || isSame) return
    const { tags, settings } = keptOf(state)
    const next = noteChanges(shared, tags, settings)
    if (next === shared) return
    shared = next
    write(shared)
  })

  preferences.onChange((theirs) => {
    const heard = toShared(theirs)
    const merged = mergeShared(shared, heard)
    // A tag that is being edited here is not taken from under the person's hands.
    const tags = withTagOf(merged.tags, shared.tags, getState().tagPreview?.id)
    const before = shared
    shared = noteChanges(merged, tags, merged.settings)
    if (!isSameShared(shared, before)) show(shared)
    if (!isSameShared(shared, heard)) write(shared)
  })
}
