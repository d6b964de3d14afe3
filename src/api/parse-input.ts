import * as v from 'valibot'
import { failed, type Outcome } from '../core/outcome'
import { HUB_HOST, type ModelSource } from '../core/model/model-source'
import type { Device, Dtype } from '../core/runtime/runtime'

/** What `loadModel` was asked for, checked. */
export interface ParsedModelSource {
  readonly source: ModelSource
  readonly dtype: Dtype | undefined
  readonly device: Device | undefined
}

const Url = v.pipe(
  v.string(),
  v.transform((text) => URL.parse(text, location.href)),
  v.check(
    (url) => url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '',
    'an http(s) address without a user name is expected',
  ),
  v.transform((url) => url?.href ?? ''),
)

const Shared = {
  dtype: v.optional(v.picklist(['fp32', 'fp16', 'q8', 'q4', 'q4f16'])),
  device: v.optional(v.picklist(['webgpu', 'wasm'])),
}

const SourceSchema = v.union(
  [
    v.object({ baseUrl: Url, ...Shared }),
    v.object({
      // A part of nothing but dots would climb out of the repository.
      id: v.pipe(
        v.string(),
        v.regex(
          /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$|^(?!\.+$)[\w.-]+$/,
          'a hub id is expected, such as owner/name',
        ),
      ),
      revision: v.optional(
        v.pipe(v.string(), v.regex(/^(?!\.+$)[\w./-]+$/, 'a branch or commit is expected')),
        'main',
      ),
      host: v.optional(Url, HUB_HOST),
      ...Shared,
    }),
  ],
  'either {baseUrl} with an http(s) address or {id} with a hub id such as owner/name is expected',
)

const LabelsSchema = v.pipe(
  v.array(
    v.pipe(v.string(), v.trim(), v.minLength(1, 'a label must not be empty')),
    'labels must be a list of texts',
  ),
  v.minLength(1, 'at least one label is expected'),
)

const PicturesSchema = v.array(
  v.union([v.instance(Blob), v.pipe(v.string(), v.minLength(1))], 'a picture is a Blob or an address'),
  'pictures must be a list of Blobs and addresses',
)

const TextsSchema = v.array(v.string('a text is expected'), 'texts must be a list of texts')

const TemplateSchema = v.optional(
  v.pipe(v.string('the template must be a text'), v.includes('{}', 'the template must contain {}')),
  '{}',
)

const TopKSchema = v.optional(
  v.pipe(
    v.number('topK must be a number'),
    v.integer('topK must be a whole number'),
    v.minValue(1, 'topK must be at least 1'),
  ),
  5,
)

const parse = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Outcome<v.InferOutput<Schema>> => {
  const parsed = v.safeParse(schema, input)
  return parsed.success
    ? { kind: 'done', value: parsed.output }
    : failed({ code: 'VALIDATION_ERROR', detail: parsed.issues[0].message })
}

/** Checks where a model is to come from. */
export const parseModelSource = (input: unknown): Outcome<ParsedModelSource> => {
  const parsed = parse(SourceSchema, input)
  if (parsed.kind !== 'done') return parsed
  const { dtype, device, ...from } = parsed.value
  const source: ModelSource =
    'baseUrl' in from ? { kind: 'url', baseUrl: from.baseUrl } : { kind: 'hub', ...from }
  return { kind: 'done', value: { source, dtype, device } }
}

/** Checks a list of tags. */
export const parseLabels = (input: unknown): Outcome<string[]> => parse(LabelsSchema, input)

/** Checks a list of pictures. */
export const parsePictures = (input: unknown): Outcome<(Blob | string)[]> => parse(PicturesSchema, input)

/** Checks how many classes are asked for. */
export const parseTopK = (input: unknown): Outcome<number> => parse(TopKSchema, input)

/** Checks a list of texts. */
export const parseTexts = (input: unknown): Outcome<string[]> => parse(TextsSchema, input)

/** Checks a prompt template. */
export const parseTemplate = (input: unknown): Outcome<string> => parse(TemplateSchema, input)
