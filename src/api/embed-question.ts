import type { EngineClient } from '../client/engine-client'
import { done, failed, type Outcome } from '../core/errors/outcome'
import { embedTogetherOf, type Judge, type Question, type TagToAsk } from '../core/question/question'

/**
 * Embeds the prompts of a question about labels, as the model that answers has them.
 * Fails as the engine does, and with `WRONG_NUMBERS` where the prompts of a label cancel each other out.
 */
export const embedQuestion = async (
  engine: Pick<EngineClient, 'embedPrompts'>,
  question: Question<TagToAsk>,
  labels: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<Judge<TagToAsk>>> => {
  const prompts = [...new Set(question.prompts.flat())]
  const embedded = await engine.embedPrompts(prompts, signal)
  if (embedded.kind !== 'done') return embedded
  const embeddings = new Map(
    embedded.value.flatMap(({ embedding }, i) => (prompts[i] === undefined ? [] : [[prompts[i], embedding]])),
  )
  const asked = question.judgeBy(embedTogetherOf(embeddings))
  const lost = labels.find((label) => !asked.tags.some(({ text }) => text === label))
  return lost === undefined
    ? done(asked)
    : failed({ code: 'WRONG_NUMBERS', detail: `the prompts of “${lost}” point nowhere together` })
}
