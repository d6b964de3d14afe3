import { applyPatch, diffLists, type Keyed } from '../history/list-patch'
import { freeHues } from '../tags/tag-list'
import { tagKey } from '../tags/parse-tags'

/** A tag as tabs share it. Ids are the same in every tab. */
export interface SharedTag {
  readonly id: string
  readonly text: string
  readonly hue: number
  readonly threshold: number | null
}

/**
 * When what was changed last, on a clock that every tab moves on by one with each change and sets to the latest that
 * it has seen: of two changes of one thing the later counts, and no clock of a machine is asked.
 */
export interface ChangeTimes {
  readonly latest: number
  /** The order of the tags. */
  readonly order: number
  /** By the tag's id. */
  readonly tags: ReadonlyMap<string, number>
  /** Tags that are gone, so that a tab which still has them is told. */
  readonly removed: ReadonlyMap<string, number>
  /** By the setting's name. */
  readonly settings: ReadonlyMap<string, number>
}

/** What tabs share. */
export interface Shared<Settings extends object> {
  readonly tags: readonly SharedTag[]
  readonly settings: Settings
  readonly times: ChangeTimes
}

/** Removals that are remembered; a tab that has seen none of so many is not open any more. */
const MOST_REMOVED = 1000

/** A list that no change is known of. */
export const NO_TIMES: ChangeTimes = {
  latest: 0,
  order: 0,
  tags: new Map(),
  removed: new Map(),
  settings: new Map(),
}

/** The id of a tag that was kept without one: tabs that know nothing of each other give it the same. */
export const idOfText = (text: string): string => `text:${tagKey(text)}`

const isSameTag = (a: SharedTag, b: SharedTag): boolean =>
  a.text === b.text && a.hue === b.hue && a.threshold === b.threshold

/** The same text for the same value, whatever order its fields were written in. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const isSameValue = (a: unknown, b: unknown): boolean => Object.is(a, b) || toText(a) === toText(b)

const keysOf = <Settings extends object>(settings: Settings) =>
  Object.keys(settings) as (keyof Settings & string)[]

const newest = (removed: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  removed.size <= MOST_REMOVED
    ? removed
    : new Map([...removed].sort(([, a], [, b]) => b - a).slice(0, MOST_REMOVED))

/** What is shared after this tab has changed it to `tags` and `settings`; the same where nothing differs. */
export const noteChanges = <Settings extends object>(
  before: Shared<Settings>,
  tags: readonly SharedTag[],
  settings: Settings,
): Shared<Settings> => {
  const now = before.times.latest + 1
  const old = new Map(before.tags.map((tag) => [tag.id, tag]))
  const left = new Set(tags.map(({ id }) => id))
  const changed = tags.filter((tag) => {
    const previous = old.get(tag.id)
    return !previous || !isSameTag(previous, tag)
  })
  const gone = before.tags.filter(({ id }) => !left.has(id))
  const expected = [...before.tags.filter(({ id }) => left.has(id)), ...tags.filter(({ id }) => !old.has(id))]
  const isReordered = expected.some(({ id }, index) => id !== tags[index]?.id)
  const set = keysOf(settings).filter((key) => !isSameValue(settings[key], before.settings[key]))
  if (changed.length + gone.length + set.length === 0 && !isReordered) return before

  const { times } = before
  const removed = new Map(times.removed)
  for (const { id } of gone) removed.set(id, now)
  for (const { id } of changed) removed.delete(id)
  const tagTimes = new Map(times.tags)
  for (const { id } of changed) tagTimes.set(id, now)
  for (const { id } of gone) tagTimes.delete(id)
  return {
    tags,
    settings,
    times: {
      latest: now,
      order: isReordered ? now : times.order,
      tags: tagTimes,
      removed: newest(removed),
      settings: new Map([...times.settings, ...set.map((key) => [key, now] as const)]),
    },
  }
}

/** Of two changes made at the same time, one that every tab agrees on. */
const isGreater = (a: unknown, b: unknown): boolean => toText(a) > toText(b)

const latestOf = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> => {
  const times = new Map(a)
  for (const [key, time] of b) times.set(key, Math.max(time, times.get(key) ?? 0))
  return times
}

const idsOf = ({ tags }: { readonly tags: readonly SharedTag[] }) => tags.map(({ id }) => ({ id }))

/** The order of both: the newer one's, and what only the other has behind what it stood behind. */
const mergeOrder = <Settings extends object>(a: Shared<Settings>, b: Shared<Settings>): readonly Keyed[] => {
  const isNewer =
    a.times.order === b.times.order ? isGreater(idsOf(a), idsOf(b)) : a.times.order > b.times.order
  const [first, second] = isNewer ? [idsOf(a), idsOf(b)] : [idsOf(b), idsOf(a)]
  const known = new Set(first.map(({ id }) => id))
  const common = second.filter(({ id }) => known.has(id))
  const added = diffLists<Keyed>(common, second)
  return added ? applyPatch(first, added) : first
}

/**
 * What two tabs share when each has changed it without having seen the other's change. What one added stays, what one
 * removed goes, unless the other changed it at that time or later. It does not matter in which order tabs merge what
 * they hear: each comes to the same.
 */
export const mergeShared = <Settings extends object>(
  a: Shared<Settings>,
  b: Shared<Settings>,
): Shared<Settings> => {
  const [inA, inB] = [
    new Map(a.tags.map((tag) => [tag.id, tag])),
    new Map(b.tags.map((tag) => [tag.id, tag])),
  ]
  const removed = latestOf(a.times.removed, b.times.removed)
  const tagTimes = new Map<string, number>()
  const texts = new Set<string>()
  const nextHue = freeHues([...a.tags, ...b.tags])
  const hues = new Set<number>()
  let latest = Math.max(a.times.latest, b.times.latest)
  const tags = mergeOrder(a, b).flatMap(({ id }) => {
    const [ofA, ofB] = [inA.get(id), inB.get(id)]
    const [timeA, timeB] = [a.times.tags.get(id) ?? 0, b.times.tags.get(id) ?? 0]
    const takesA = ofA && (!ofB || timeA > timeB || (timeA === timeB && isGreater(ofA, ofB)))
    const tag = takesA ? ofA : ofB
    const time = takesA ? timeA : timeB
    if (!tag || time < (removed.get(id) ?? 0)) return []
    const key = tagKey(tag.text)
    if (texts.has(key)) {
      // Both have added or made the same tag: one of the two is enough.
      removed.set(id, time + 1)
      latest = Math.max(latest, time + 1)
      return []
    }
    texts.add(key)
    removed.delete(id)
    const hue = hues.has(tag.hue) ? nextHue() : tag.hue
    hues.add(hue)
    // Another hue is a change like any other: by the same time it would be lost again to the tag as it was before.
    const changed = hue === tag.hue ? time : time + 1
    latest = Math.max(latest, changed)
    if (changed > 0) tagTimes.set(id, changed)
    return [hue === tag.hue ? tag : { ...tag, hue }]
  })
  const settings = { ...a.settings }
  for (const key of keysOf(settings)) {
    const [timeA, timeB] = [a.times.settings.get(key) ?? 0, b.times.settings.get(key) ?? 0]
    const takesB = timeB > timeA || (timeA === timeB && isGreater(b.settings[key], a.settings[key]))
    if (takesB) settings[key] = b.settings[key]
  }
  return {
    tags,
    settings,
    times: {
      latest,
      order: Math.max(a.times.order, b.times.order),
      tags: tagTimes,
      removed: newest(removed),
      settings: latestOf(a.times.settings, b.times.settings),
    },
  }
}

/** Whether both say the same, so that neither tab has to be told. */
export const isSameShared = <Settings extends object>(a: Shared<Settings>, b: Shared<Settings>): boolean =>
  a.tags.length === b.tags.length &&
  a.tags.every((tag, index) => {
    const other = b.tags[index]
    return other?.id === tag.id && isSameTag(tag, other)
  }) &&
  isSameValue(a.settings, b.settings) &&
  [...a.times.removed.keys()].every((id) => b.times.removed.has(id))

/** `tags` with `tag` put back where it stood in `list`, for a tag that somebody is editing. */
export const withTagOf = <Tag extends SharedTag>(
  tags: readonly Tag[],
  list: readonly Tag[],
  id: string | undefined,
): readonly Tag[] => {
  if (id === undefined || tags.some((tag) => tag.id === id)) return tags
  const patch = diffLists(
    list.filter((tag) => tag.id !== id),
    list,
  )
  return patch ? applyPatch(tags, patch) : tags
}
