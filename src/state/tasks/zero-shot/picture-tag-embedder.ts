import type { Tag } from '../../../core/tags/tag-list'
import type { TaskDeps } from '../task'
import type { AppState } from '../../app-state'
import { modelFor } from '../../model/current-model'

/**
 * Keeps `pictureTags` in step with the tags and the model: a tag that is a picture is encoded once for each model
 * that answers, through the engine's own cache, so that a picture of the list costs nothing.
 */
export const startPictureTagEmbedder = ({ store, engine }: TaskDeps): void => {
  const underWay = new Map<string, AbortController>()

  const embed = async ({ id, picture }: Tag, modelKey: string) => {
    if (!picture) return
    const controller = new AbortController()
    underWay.set(id, controller)
    const outcome = await engine.embedPicture(picture, id, controller.signal)
    if (underWay.get(id) !== controller) return
    underWay.delete(id)
    if (outcome.kind === 'failed') store.setState({ tagsError: outcome.error })
    if (outcome.kind !== 'done' || outcome.value.modelKey !== modelKey) return
    if (outcome.value.kind !== 'embedding') return
    const { embedding } = outcome.value
    store.setState(({ pictureTags }) => ({
      pictureTags: new Map([...pictureTags, [id, { modelKey, embedding }]]),
    }))
  }

  const update = ({ tags, model, pictureTags }: AppState) => {
    const modelKey = modelFor(model, 'zero-shot')?.key
    for (const controller of underWay.values()) controller.abort()
    underWay.clear()
    if (modelKey === undefined) return
    for (const tag of tags)
      if (tag.picture && pictureTags.get(tag.id)?.modelKey !== modelKey) void embed(tag, modelKey)
  }

  store.subscribe((state, before) => {
    if (
      state.tags !== before.tags ||
      modelFor(state.model, 'zero-shot')?.key !== modelFor(before.model, 'zero-shot')?.key
    )
      update(state)
  })
}
