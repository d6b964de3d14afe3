import type { UnitVector } from '../core/brands'
import { done, failed, type Outcome } from '../core/outcome'
import { averageDirection } from '../core/prompts/ensemble'
import { meaningPrompts, toPrompts, type TagMeaning } from '../core/prompts/tag-prompts'
import { toTagVectors } from '../core/prompts/tag-vectors'
import { cosine } from '../core/scoring/cosine'
import { judge, type AnswerRules, type Judgement } from '../core/scoring/judge'
import { neutralTagsBeside } from '../core/scoring/neutral-tags'
import type { Scoring } from '../core/scoring/ranking'

/** What a call asks of every picture of it. */
export interface LabelQuestion {
  /** What has to be embedded, each once: of the labels and of the neutral texts. */
  readonly prompts: readonly string[]
  /**
   * @param embeddings of {@link LabelQuestion.prompts}, in order.
   * @returns how a picture is judged; fails where the prompts of a label cancel each other out.
   */
  judgeBy(embeddings: readonly UnitVector[]): Outcome<(picture: UnitVector, scoring: Scoring) => Judgement>
}

/**
 * Labels in these templates.
 *
 * @param read what a label asks for: as tags of the page do, or to the letter.
 */
export const askLabels = (
  labels: readonly string[],
  templates: readonly string[],
  rules: AnswerRules,
  read: (label: string) => TagMeaning,
): LabelQuestion => {
  const meanings = labels.map((label) => ({ label, meaning: read(label) }))
  const neutral = neutralTagsBeside(labels)
  const prompts = [
    ...new Set([
      ...meanings.flatMap(({ meaning }) => meaningPrompts(meaning, templates)),
      ...toPrompts(neutral, templates),
    ]),
  ]
  return {
    prompts,
    judgeBy: (embeddings) => {
      const byPrompt = new Map(prompts.map((prompt, i) => [prompt, embeddings[i]]))
      const together = (asked: readonly string[]) =>
        averageDirection(asked.flatMap((prompt) => byPrompt.get(prompt) ?? []))
      const asked = meanings.flatMap(({ label, meaning }) => {
        const vectors = toTagVectors(meaning, templates, together)
        return vectors ? [{ label, ...vectors }] : []
      })
      const lost = labels.find((label) => !asked.some((one) => one.label === label))
      if (lost !== undefined)
        return failed({ code: 'WRONG_NUMBERS', detail: `the prompts of “${lost}” point nowhere together` })
      const bank = neutral.flatMap((text) => together(toPrompts([text], templates)) ?? [])
      return done((picture: UnitVector, scoring: Scoring) =>
        judge(
          asked.map(({ label, embedding, rivals }) => ({
            tag: label,
            cosine: cosine(picture, embedding),
            threshold: null,
            rivals: rivals.map((rival) => cosine(picture, rival)),
          })),
          bank.map((vector) => cosine(picture, vector)),
          scoring,
          rules,
        ),
      )
    },
  }
}
