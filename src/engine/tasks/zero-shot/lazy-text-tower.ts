import { createDeferred } from '../../../core/async/deferred'
import { done, type Outcome } from '../../../core/errors/outcome'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import type { TextVectors } from './text-vectors'
import type { TextTower } from './text-tower'

/**
 * A text tower that is opened when a prompt needs it. With vectors that travel with a model the first ranking
 * needs neither the tower nor the tokenizer, which together are most of a small model's start.
 *
 * @param vectors known beforehand; their embeddings have no token ids.
 * @param open opens the tower. After a failure the next prompt tries again.
 */
export const createLazyTextTower = (
  vectors: TextVectors,
  open: () => Promise<Outcome<TextTower>>,
): TextTower => {
  let opening: Promise<Outcome<TextTower>> | null = null

  const openOnce = async (): Promise<Outcome<TextTower>> => {
    if (opening) return opening
    const deferred = createDeferred<Outcome<TextTower>>()
    opening = deferred.promise
    const opened = await open()
    if (opened.kind !== 'done') opening = null
    deferred.resolve(opened)
    return opened
  }

  return {
    embed: async (prompts, signal): Promise<Outcome<readonly PromptEmbedding[]>> => {
      const unknown = prompts.filter((prompt) => !vectors.has(prompt))
      const embedded = new Map<string, PromptEmbedding>()
      if (unknown.length > 0) {
        const tower = await openOnce()
        if (tower.kind !== 'done') return tower
        const outcome = await tower.value.embed(unknown, signal)
        if (outcome.kind !== 'done') return outcome
        unknown.forEach((prompt, i) => {
          const embedding = outcome.value[i]
          if (embedding) embedded.set(prompt, embedding)
        })
      }
      return done(
        prompts.flatMap((prompt): readonly PromptEmbedding[] => {
          const known = vectors.get(prompt)
          if (known) return [{ embedding: known, tokenIds: [], cut: false }]
          const computed = embedded.get(prompt)
          return computed ? [computed] : []
        }),
      )
    },
  }
}
