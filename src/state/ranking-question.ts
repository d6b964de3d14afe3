import type { UnitVector } from '../core/brands'
import type { AnswerRules } from '../core/scoring/judge'
import { neutralTagsBeside } from '../core/scoring/neutral-tags'
import { toPrompt } from '../core/scoring/prompt'
import type { Scoring } from '../core/scoring/ranking'
import type { Tag } from '../core/tags/tag-list'
import type { AppState } from './app-state'
import { currentModel } from './current-model'

interface ScoredTag {
  readonly tagId: string
  readonly hue: number
  readonly text: string
  readonly threshold: number | null
  readonly embedding: UnitVector
}

/** Everything but the picture that a ranking depends on; one object as long as none of it changes. */
export interface Question {
  readonly modelKey: string
  readonly tags: readonly ScoredTag[]
  /** Of the neutral texts. */
  readonly neutral: readonly UnitVector[]
  readonly scoring: Scoring
  readonly rules: AnswerRules
}

/**
 * The tags that can be scored now. A tag whose embedding is still on its way is left out, and one being typed
 * keeps its last embedding until the new one is there, so bars never flicker.
 */
const scoredTags = (
  tags: readonly Tag[],
  preview: AppState['tagPreview'],
  template: string,
  embeddings: AppState['promptEmbeddings'],
): ScoredTag[] =>
  tags.flatMap(({ id, hue, text, threshold }) => {
    const typed = preview?.id === id ? preview.text.trim() : ''
    for (const candidate of typed === '' ? [text] : [typed, text]) {
      const known = embeddings.get(toPrompt(template, candidate))
      if (known) return [{ tagId: id, hue, text: candidate, threshold, embedding: known.embedding }]
    }
    return []
  })

const neutralEmbeddings = (
  tags: readonly ScoredTag[],
  template: string,
  embeddings: AppState['promptEmbeddings'],
): UnitVector[] =>
  neutralTagsBeside(tags.map(({ text }) => text)).flatMap(
    (neutral) => embeddings.get(toPrompt(template, neutral))?.embedding ?? [],
  )

/** What is asked of every picture now; `null` without a model. */
export const askQuestion = (
  model: AppState['model'],
  tags: readonly Tag[],
  preview: AppState['tagPreview'],
  embeddings: AppState['promptEmbeddings'],
  { template, temperature, rules }: AppState['settings'],
): Question | null => {
  const answering = currentModel(model)
  if (!answering) return null
  const scored = scoredTags(tags, preview, template, embeddings)
  return {
    modelKey: answering.key,
    tags: scored,
    neutral: neutralEmbeddings(scored, template, embeddings),
    scoring: { ...answering, temperature },
    rules,
  }
}
