import { readTemplates, tagPrompts, toPrompts } from '../core/prompts/tag-prompts'
import { NEUTRAL_TAGS } from '../core/scoring/neutral-tags'
import type { ActionDeps } from './app-deps'
import type { AppState } from './app-state'
import { zeroShotModel } from './current-model'

/**
 * The prompts that the page's tags need now, the one being typed included, and with them the neutral ones that
 * they have to beat: in one request, so that no answer is shown before it is known whether any tag fits.
 */
const neededPrompts = ({ tags, tagPreview, settings }: AppState): string[] => {
  const texts = tags.present.filter(({ picture }) => picture === null).map(({ text }) => text)
  if (tagPreview && tagPreview.text.trim() !== '') texts.push(tagPreview.text.trim())
  const templates = readTemplates(settings.template)
  const neutral = tags.present.length > 0 ? toPrompts(NEUTRAL_TAGS, templates) : []
  return [...texts.flatMap((text) => tagPrompts(text, templates)), ...neutral]
}

/**
 * Keeps `promptEmbeddings` in step with the tags, the template and the model. Only the newest edit is embedded:
 * a change aborts what is under way and asks again for all that is still missing, so a reply to an older edit
 * never arrives.
 *
 * @returns how to stop.
 */
export const startTagEmbedder = ({ store, engine }: Pick<ActionDeps, 'store' | 'engine'>): (() => void) => {
  let underWay: AbortController | null = null

  const embed = async (prompts: readonly string[], modelKey: string, signal: AbortSignal) => {
    const outcome = await engine.embedPrompts(prompts, signal)
    if (signal.aborted || zeroShotModel(store.getState().model)?.key !== modelKey) return
    underWay = null
    store.setState((state) => {
      const done = { embeddingTags: false, tagsError: outcome.kind === 'failed' ? outcome.error : null }
      if (outcome.kind !== 'done') return done
      const needed = new Set(neededPrompts(state))
      const known = [...state.promptEmbeddings].filter(([prompt]) => needed.has(prompt))
      const added = prompts.flatMap((prompt, i) => {
        const embedding = outcome.value[i]
        return embedding ? [[prompt, embedding] as const] : []
      })
      return { ...done, promptEmbeddings: new Map([...known, ...added]) }
    })
  }

  const update = (state: AppState) => {
    underWay?.abort()
    underWay = null
    const model = zeroShotModel(state.model)
    const missing = model
      ? [...new Set(neededPrompts(state))].filter((prompt) => !state.promptEmbeddings.has(prompt))
      : []
    store.setState({ embeddingTags: missing.length > 0 })
    if (!model || missing.length === 0) return
    underWay = new AbortController()
    void embed(missing, model.key, underWay.signal)
  }

  const unsubscribe = store.subscribe((state, before) => {
    const changed =
      state.tags.present !== before.tags.present ||
      state.tagPreview !== before.tagPreview ||
      state.settings.template !== before.settings.template ||
      zeroShotModel(state.model)?.key !== zeroShotModel(before.model)?.key
    if (changed) update(store.getState())
  })
  return () => {
    unsubscribe()
    underWay?.abort()
  }
}
