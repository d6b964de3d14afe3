import type { UnitVector } from '../core/brands'
import { readTag, readTemplates, toPrompts } from '../core/prompts/tag-prompts'
import { toTagVectors, type TagVectors } from '../core/prompts/tag-vectors'
import type { AnswerRules } from '../core/scoring/judge'
import { neutralTagsBeside } from '../core/scoring/neutral-tags'
import type { Scoring } from '../core/scoring/ranking'
import type { Tag } from '../core/tags/tag-list'
import type { AppState } from './app-state'
import { zeroShotModel } from './current-model'
import type { EmbedTogether } from './ensemble-memo'

interface ScoredTag extends TagVectors {
  readonly tagId: string
  readonly hue: number
  readonly text: string
  readonly threshold: number | null
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

/** A text with its rivals; `null` while a prompt of it has no embedding. */
type EmbedTag = (text: string) => TagVectors | null

/**
 * The tags that can be scored now. A tag whose embedding is still on its way is left out, and one being typed
 * keeps its last embedding until the new one is there, so bars never flicker.
 */
const scoredTags = (
  tags: readonly Tag[],
  preview: AppState['tagPreview'],
  pictureTags: AppState['pictureTags'],
  modelKey: string,
  embed: EmbedTag,
): ScoredTag[] =>
  tags.flatMap(({ id, hue, text, threshold, picture }) => {
    const common = { tagId: id, hue, threshold }
    if (picture) {
      const known = pictureTags.get(id)
      return known?.modelKey === modelKey ? [{ ...common, text, embedding: known.embedding, rivals: [] }] : []
    }
    const typed = preview?.id === id ? preview.text.trim() : ''
    for (const candidate of typed === '' ? [text] : [typed, text]) {
      const embedded = embed(candidate)
      if (embedded) return [{ ...common, text: candidate, ...embedded }]
    }
    return []
  })

/** What is asked of every picture now; `null` without a model that reads tags. */
export const createAskQuestion =
  (embedTogether: EmbedTogether) =>
  (
    model: AppState['model'],
    tags: readonly Tag[],
    preview: AppState['tagPreview'],
    embeddings: AppState['promptEmbeddings'],
    pictureTags: AppState['pictureTags'],
    { template, temperature, rules }: AppState['settings'],
  ): Question | null => {
    const answering = zeroShotModel(model)
    if (!answering) return null
    const templates = readTemplates(template)
    const together = (prompts: readonly string[]) => embedTogether(prompts, embeddings)
    const scored = scoredTags(tags, preview, pictureTags, answering.key, (text) =>
      toTagVectors(readTag(text), templates, together),
    )
    return {
      modelKey: answering.key,
      tags: scored,
      neutral: neutralTagsBeside(scored.map(({ text }) => text)).flatMap(
        (neutral) => together(toPrompts([neutral], templates)) ?? [],
      ),
      scoring: { ...answering, temperature },
      rules,
    }
  }
