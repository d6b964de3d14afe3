import type { Cosine, UnitVector } from '../brands'
import { meaningPrompts, readTag, takeLiterally, toPrompts, type TagMeaning } from './prompts/tag-prompts'
import { averageDirection, cosine } from './scoring/cosine'
import { judge, type AnswerRules, type Judgement } from './scoring/judge'
import { isRestTag, neutralTagsBeside } from './scoring/neutral-tags'
import type { Scoring } from './scoring/ranking'

/** A way to ask about a tag: in words, which become prompts, or by a picture's own embedding. */
export type TagReading =
  | { readonly kind: 'words'; readonly text: string; readonly meaning: TagMeaning }
  | {
      readonly kind: 'picture'
      readonly text: string
      readonly embedding: UnitVector
      /** Of pictures that show nothing: what a picture has to beat, as words have to beat the neutral texts. */
      readonly neutral: readonly UnitVector[]
    }

/** A tag as it is asked about. */
export interface TagToAsk {
  /**
   * The best first. A tag that is being typed has two, the new text and the one before, so that it keeps its
   * bar until the new prompts are embedded. Without any it is left out.
   */
  readonly readings: readonly TagReading[]
  /** Least match, 0 to 1, at which the tag is taken for true; `null` leaves it to the margin of all. */
  readonly threshold: number | null
}

/** Several prompts as one vector of length 1; `null` while one of them has no embedding, or where they cancel out. */
export type EmbedTogether = (prompts: readonly string[]) => UnitVector | null

/** A tag whose embeddings are there, by the reading that was taken. */
export type AskedTag<Tag> = Tag & {
  readonly text: string
  /** Of all its phrasings in all templates together. */
  readonly embedding: UnitVector
  /** Of what the tag is not, each in all templates together. */
  readonly rivals: readonly UnitVector[]
  /** Of pictures that show nothing, where the tag is a picture; `null` of words. */
  readonly neutralPictures: readonly UnitVector[] | null
}

/** A question whose prompts are embedded as far as they are. */
export interface Judge<Tag> {
  /** The tags that can be judged now, in the question's order. `index` of a judged tag is a place in this list. */
  readonly tags: readonly AskedTag<Tag>[]
  /** Embeddings of the texts that say nothing. */
  readonly neutral: readonly UnitVector[]
  readonly rules: AnswerRules
  /** @param cosineOf may remember what it computed: both vectors keep their identity. */
  judge(
    picture: UnitVector,
    scoring: Scoring,
    cosineOf?: (picture: UnitVector, text: UnitVector) => Cosine,
  ): Judgement
}

/** What is asked of every picture. */
export interface Question<Tag> {
  /**
   * What has to be embedded, in lists that are of no use in part: the neutral texts first, which every tag has to
   * beat, so that no answer is shown before it is known whether any fits; then what is being typed; then the rest.
   */
  readonly prompts: readonly (readonly string[])[]
  /** How pictures are judged by the prompts that `embedTogether` knows. */
  judgeBy(embedTogether: EmbedTogether): Judge<Tag>
}

/** Prompts of a reading; none for a picture. */
const readingPrompts = (reading: TagReading, templates: readonly string[]): readonly string[] =>
  reading.kind === 'words' ? meaningPrompts(reading.meaning, templates) : []

/** A reading as vectors: `car | automobile -toy` is the average of two, with a rival. `null` while one is missing. */
const readingVectors = (reading: TagReading, templates: readonly string[], embedTogether: EmbedTogether) => {
  if (reading.kind === 'picture')
    return { embedding: reading.embedding, rivals: [], neutralPictures: reading.neutral }
  const { phrasings, exclusions } = reading.meaning
  const embedding = embedTogether(toPrompts(phrasings, templates))
  const rivals = exclusions.flatMap((exclusion) => embedTogether(toPrompts([exclusion], templates)) ?? [])
  return embedding && rivals.length === exclusions.length
    ? { embedding, rivals, neutralPictures: null }
    : null
}

/**
 * Puts a question together: the only place that knows which prompts it takes, which neutral texts stand beside the
 * tags, and how a picture is judged.
 *
 * @param tags in the order of the request.
 * @param templates each with `{}` for the tag; several are averaged.
 */
export const ask = <Tag extends TagToAsk>(
  tags: readonly Tag[],
  templates: readonly string[],
  rules: AnswerRules,
): Question<Tag> => {
  const certain = tags.flatMap(({ readings }) => (readings.length === 1 ? readings : []))
  const neutral = tags.length > 0 ? neutralTagsBeside(certain.map(({ text }) => text)) : []
  const typed = tags.flatMap(({ readings }) => readings.slice(0, -1))
  const settled = tags.flatMap(({ readings }) => readings.slice(-1))
  return {
    prompts: [
      toPrompts(neutral, templates),
      ...[...typed, ...settled].map((reading) => readingPrompts(reading, templates)),
    ],
    judgeBy: (embedTogether) => {
      const asked = tags.flatMap((tag): AskedTag<Tag>[] => {
        for (const reading of tag.readings) {
          const vectors = readingVectors(reading, templates, embedTogether)
          if (vectors) return [{ ...tag, text: reading.text, ...vectors }]
        }
        return []
      })
      const beside = neutralTagsBeside(asked.map(({ text }) => text)).flatMap(
        (text) => embedTogether(toPrompts([text], templates)) ?? [],
      )
      const isRest = asked.map(({ text }) => isRestTag(text))
      return {
        tags: asked,
        neutral: beside,
        rules,
        judge: (picture, scoring, cosineOf = cosine) =>
          judge(
            asked.map(({ text, threshold, embedding, rivals, neutralPictures }, index) => ({
              tag: text,
              isRestText: isRest[index] ?? false,
              threshold,
              cosine: cosineOf(picture, embedding),
              rivals: rivals.map((rival) => cosineOf(picture, rival)),
              ...(neutralPictures && {
                neutralPictures: neutralPictures.flatMap((neutral) => [
                  cosineOf(picture, neutral),
                  cosineOf(embedding, neutral),
                ]),
              }),
            })),
            beside.map((vector) => cosineOf(picture, vector)),
            scoring,
            rules,
          ),
      }
    },
  }
}

/**
 * The question of labels as they are written, each judged by the margin of all.
 * @param isLiteral takes bars and hyphens for part of the prompt, as hosted APIs do.
 */
export const askInWords = (
  labels: readonly string[],
  templates: readonly string[],
  rules: AnswerRules,
  isLiteral: boolean,
): Question<TagToAsk> => {
  const read = isLiteral ? takeLiterally : readTag
  return ask(
    labels.map((text): TagToAsk => ({
      readings: [{ kind: 'words', text, meaning: read(text) }],
      threshold: null,
    })),
    templates,
    rules,
  )
}

/** Averages the embeddings that are there now. */
export const embedTogetherOf =
  (embeddingsByPrompt: ReadonlyMap<string, UnitVector>): EmbedTogether =>
  (prompts) => {
    const parts = prompts.flatMap((prompt) => embeddingsByPrompt.get(prompt) ?? [])
    return parts.length === prompts.length ? averageDirection(parts) : null
  }
