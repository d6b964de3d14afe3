import * as v from 'valibot'
import { TaglensRejection } from './rejection'

const Picture = v.pipe(
  v.union([v.instance(Blob), v.instance(ArrayBuffer)], 'a picture is a Blob or an ArrayBuffer'),
  v.transform((picture) => (picture instanceof Blob ? picture : new Blob([picture]))),
)

const Pictures = v.array(Picture, 'pictures must be a list')

/** What is inside is checked by the page API, which the params are handed to. */
const Whatever = v.optional(v.unknown())

const Schema = v.variant(
  'method',
  [
    v.object({ method: v.literal('model') }),
    v.object({
      method: v.literal('classify'),
      params: v.object({
        pictures: Pictures,
        labels: Whatever,
        template: Whatever,
        templates: Whatever,
        literal: Whatever,
        mode: Whatever,
        noneMargin: Whatever,
      }),
    }),
    v.object({
      method: v.literal('classifyFixed'),
      params: v.object({ pictures: Pictures, topK: Whatever }),
    }),
    v.object({ method: v.literal('embedImages'), params: v.object({ pictures: Pictures }) }),
    v.object({ method: v.literal('embedTexts'), params: v.object({ texts: Whatever }) }),
    v.object({
      method: v.literal('cancel'),
      params: v.object({ id: v.union([v.string(), v.number()], 'the id of a request is expected') }),
    }),
  ],
  'method is model, classify, classifyFixed, embedImages, embedTexts or cancel',
)

/** A request of another site, as far as it is checked here. */
export type MessageRequest = v.InferOutput<typeof Schema>

/**
 * Checks what another site asks.
 * @throws `VALIDATION_ERROR` that says what is wrong with it.
 */
export const parseMessage = (data: unknown): MessageRequest => {
  const parsed = v.safeParse(Schema, data)
  if (parsed.success) return parsed.output
  throw new TaglensRejection({ message: `${parsed.issues[0].message}.`, code: 'VALIDATION_ERROR' })
}
