import type { TaglensError } from '../../../core/errors/taglens-error'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import type { TaskDeps } from '../task'
import type { AppState } from '../../app-state'
import { wordModel } from '../../model/current-model'
import { askOfPage } from './page-question'
import type { Tag } from '../../../core/tags/tag-list'

/** Prompts of the first slice: enough for the first bars to mean something, few enough to come at once. */
const FIRST_SLICE = 64

/** Prompts of any slice: two megabytes of vectors, which are taken over in far less than a frame. */
const LARGEST_SLICE = 1024

const NO_PICTURE_TAGS: AppState['pictureTags'] = new Map()

/**
 * What can be embedded now before what has to wait for the text tower, in slices of its own. The neutral texts stay
 * first: no tag is judged without them.
 */
const byWait = (
  needed: readonly (readonly string[])[],
  waits: (prompts: readonly string[]) => boolean,
): readonly (readonly (readonly string[])[])[] => {
  const [neutral = [], ...tags] = needed
  const now = tags.filter((prompts) => !waits(prompts))
  const later = tags.filter(waits)
  return waits(neutral) || later.length === 0 ? [needed] : [[neutral, ...now], later]
}

/** Prompts depend on no model. */
const NO_MODEL = { key: '', neutralPictures: [] }

/** The prompts that the page's tags need now; pictures among them need none. */
const neededPrompts = ({ tags, tagPreview, settings }: AppState): readonly (readonly string[])[] =>
  askOfPage(tags, tagPreview, NO_PICTURE_TAGS, NO_MODEL, settings).prompts

/**
 * What is missing in slices that grow, since everything is scored again with each: the first bars come early, and a
 * thousand tags do not cost a thousand rankings. A tag is never torn.
 */
const toSlices = (needed: readonly (readonly string[])[], known: AppState['promptEmbeddings']) => {
  const slices: string[][] = []
  const seen = new Set<string>()
  let room = 0
  let size = FIRST_SLICE
  for (const prompts of needed) {
    const missing = prompts.filter((prompt) => !known.has(prompt) && !seen.has(prompt))
    if (missing.length === 0) continue
    for (const prompt of missing) seen.add(prompt)
    if (room <= 0) {
      if (slices.length > 0) size = Math.min(LARGEST_SLICE, size * 2)
      slices.push([])
      room = size
    }
    slices.at(-1)?.push(...missing)
    room -= missing.length
  }
  return slices
}

/**
 * Keeps `promptEmbeddings` in step with the tags, the template and the model. Only the newest edit is embedded:
 * a change aborts what is under way and asks again for all that is still missing, so a reply to an older edit
 * never arrives.
 *
 * @returns how to stop.
 */
export const startTagEmbedder = ({ store, engine }: TaskDeps): (() => void) => {
  let underWay: AbortController | null = null

  const finish = (tagsError: TaglensError | null) => {
    underWay = null
    store.setState({ embeddingTags: false, tagsError })
  }

  /** @param isLast then what no tag needs any longer is forgotten too, in the same step: each is a new ranking. */
  const takeOver = (prompts: readonly string[], embeddings: readonly PromptEmbedding[], isLast: boolean) => {
    store.setState((state) => {
      const needed = isLast ? new Set(neededPrompts(state).flat()) : null
      const known = [...state.promptEmbeddings].filter(([prompt]) => needed?.has(prompt) ?? true)
      const added = prompts.flatMap((prompt, i) => {
        const embedding = embeddings[i]
        return embedding ? [[prompt, embedding] as const] : []
      })
      return { promptEmbeddings: new Map([...known, ...added]) }
    })
  }

  const embed = async (slices: readonly (readonly string[])[], modelKey: string, signal: AbortSignal) => {
    for (const [i, prompts] of slices.entries()) {
      const outcome = await engine.embedPrompts(prompts, signal)
      if (signal.aborted || wordModel(store.getState().model)?.key !== modelKey) return
      if (outcome.kind !== 'done') {
        finish(outcome.kind === 'failed' ? outcome.error : null)
        return
      }
      takeOver(prompts, outcome.value, i === slices.length - 1)
    }
    finish(null)
  }

  const update = (state: AppState) => {
    underWay?.abort()
    underWay = null
    const model = wordModel(state.model)
    const groups = model ? byWait(neededPrompts(state), engine.waitsForText) : []
    const slices = groups.flatMap((needed) => toSlices(needed, state.promptEmbeddings))
    store.setState({ embeddingTags: slices.length > 0 })
    if (!model || slices.length === 0) return
    underWay = new AbortController()
    void embed(slices, model.key, underWay.signal)
  }

  const unsubscribe = store.subscribe((state, before) => {
    const changed =
      state.tags !== before.tags ||
      state.tagPreview !== before.tagPreview ||
      state.settings.template !== before.settings.template ||
      wordModel(state.model)?.key !== wordModel(before.model)?.key ||
      // The text tower has come, or is tried again. That it failed is told by the prompts that wait for it.
      (state.textArrival?.kind !== before.textArrival?.kind && state.textArrival?.kind !== 'failed')
    if (changed) update(store.getState())
  })
  return () => {
    unsubscribe()
    underWay?.abort()
  }
}

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
    const outcome = await engine.embedPicture(picture, id, { signal: controller.signal })
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
    const modelKey = wordModel(model)?.key
    for (const controller of underWay.values()) controller.abort()
    underWay.clear()
    if (modelKey === undefined) return
    for (const tag of tags)
      if (tag.picture && pictureTags.get(tag.id)?.modelKey !== modelKey) void embed(tag, modelKey)
  }

  store.subscribe((state, before) => {
    if (state.tags !== before.tags || wordModel(state.model)?.key !== wordModel(before.model)?.key)
      update(state)
  })
}
