import type { HeadMode } from '../../../../core/tasks/own/training-set'
import type { Mark } from '../../../../core/tasks/own/marks'
import { tagKey } from '../../../../core/tags/parse-tags'
import { freeHues, type Tag, type TagList } from '../../../../core/tags/tag-list'
import { own as ownWords } from '../../../../words/en/own'
import type { ActionDeps } from '../../../app-deps'
import type { AppState } from '../../../app-state'
import type { WorkKeeper } from '../../../history/work-history'
import type { Notices } from '../../../messages/notices'
import { markable } from './markable'
import { whenRead } from './when-read'

/** Tags for these labels: those that are here stay themselves. With examples all others stay too. */
const tagsFor = ({ tags, marks }: AppState, labels: readonly string[], newId: () => string): TagList => {
  const byKey = new Map(tags.map((tag) => [tagKey(tag.text), tag]))
  const wanted = [...new Map(labels.map((label) => [tagKey(label), label])).entries()]
  const kept = marks.length > 0 ? tags : wanted.flatMap(([key]) => byKey.get(key) ?? [])
  const nextHue = freeHues(kept)
  const made = wanted.flatMap(([key, text]): Tag[] =>
    byKey.has(key) ? [] : [{ id: newId(), text, hue: nextHue(), threshold: null, picture: null }],
  )
  return [...kept, ...made]
}

/**
 * Creates what says of pictures by id which labels are true of them, as their folders or a table do: labels become tags,
 * in place of others where nothing has been said yet. Pictures that are still read are waited for; it is one step.
 */
export const createMarkAs =
  (
    deps: Pick<ActionDeps, 'store' | 'newId' | 'wordsWith'> & {
      readonly work: Pick<WorkKeeper, 'record'>
      readonly notices: Pick<Notices, 'show'>
    },
  ) =>
  async (labelsById: ReadonlyMap<string, readonly string[]>): Promise<void> => {
    const { store, newId, work, notices } = deps
    await whenRead(store, new Set(labelsById.keys()))
    const state = store.getState()
    const pictures = markable(state, [...labelsById.keys()])
    if (pictures.length === 0) return
    const tags = tagsFor(state, [...labelsById.values()].flat(), newId)
    const idOf = new Map(tags.map(({ id, text }) => [tagKey(text), id]))
    const { template, temperature, rules } = state.settings
    const isSeveral = [...labelsById.values()].some(({ length }) => length > 1)
    const mode: HeadMode = isSeveral ? 'multi' : rules.mode
    const said = pictures.map(({ pictureId, ...picture }): Mark => {
      const labels = labelsById.get(pictureId) ?? []
      return { ...picture, yes: labels.flatMap((label) => idOf.get(tagKey(label)) ?? []), no: [] }
    })
    const known = new Set(said.map(({ id }) => id))
    const marks = [...state.marks.filter(({ id }) => !known.has(id)), ...said]
    work.record(
      { kind: 'mark-pictures', count: pictures.length },
      { tags, marks, scoring: { template, temperature, rules: { ...rules, mode } } },
    )
    notices.show({
      tone: 'info',
      text: () => deps.wordsWith(ownWords).t('own.markedAs', { count: pictures.length }),
      action: null,
    })
  }
