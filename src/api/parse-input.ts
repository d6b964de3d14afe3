import * as v from 'valibot'
import { type AnswerRules, DEFAULT_RULES } from '../core/question/scoring/judge'
import { done, failed, type Outcome } from '../core/errors/outcome'
import { BARE_TEMPLATE } from '../core/question/scoring/prompt'

/** Checks what a program gave; the first thing that is wrong becomes the error. */
export const parseSchema = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Outcome<v.InferOutput<Schema>> => {
  const parsed = v.safeParse(schema, input)
  return parsed.success
    ? done(parsed.output)
    : failed({ code: 'VALIDATION_ERROR', detail: parsed.issues[0].message })
}

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

const TemplateSchema = v.pipe(
  v.string('a template must be a text'),
  v.includes('{}', 'a template must contain {}'),
)

const TemplatesSchema = v.optional(
  v.pipe(
    v.object({
      template: v.optional(TemplateSchema),
      templates: v.optional(
        v.pipe(
          v.array(TemplateSchema, 'templates must be a list of texts'),
          v.minLength(1, 'at least one template is expected'),
        ),
      ),
    }),
    v.check(
      ({ template, templates }) => template === undefined || templates === undefined,
      'template and templates cannot both be given',
    ),
    v.transform(({ template, templates }) => [...new Set(templates ?? [template ?? BARE_TEMPLATE])]),
  ),
  {},
)

const LiteralSchema = v.pipe(
  v.optional(v.object({ literal: v.optional(v.boolean('literal is true or false'), false) }), {}),
  v.transform(({ literal }) => literal),
)

const TopKSchema = v.optional(
  v.pipe(
    v.number('topK must be a number'),
    v.integer('topK must be a whole number'),
    v.minValue(1, 'topK must be at least 1'),
  ),
  5,
)

const RulesSchema = v.optional(
  v.object({
    mode: v.optional(v.picklist(['single', 'multi'], "mode is 'single' or 'multi'"), DEFAULT_RULES.mode),
    noneMargin: v.optional(
      v.nullable(v.pipe(v.number('noneMargin must be a number or null'), v.finite())),
      DEFAULT_RULES.noneMargin,
    ),
  }),
  DEFAULT_RULES,
)

// Not by its class: another frame's is as good.
const SignalSchema = v.optional(
  v.custom<AbortSignal>(
    (signal) =>
      typeof signal === 'object' && signal !== null && 'aborted' in signal && 'addEventListener' in signal,
    'signal must be an AbortSignal',
  ),
)

const ProgressSchema = v.optional(
  v.custom<(share: number) => void>((given) => typeof given === 'function', 'onProgress must be a function'),
)

const ExtentSchema = v.optional(v.picklist(['middle', 'whole'], "extent is 'middle' or 'whole'"))

/** Checks how much of long pictures is looked at; undefined where that is not said. */
export const parseExtent = (input: unknown): Outcome<'middle' | 'whole' | undefined> =>
  parseSchema(ExtentSchema, input)

/** Checks what stops a call; one that never does where none is given. */
export const parseSignal = (input: unknown): Outcome<AbortSignal> => {
  const parsed = parseSchema(SignalSchema, input)
  return parsed.kind === 'done' ? done(parsed.value ?? new AbortController().signal) : parsed
}

/** Checks who is told how far a call is; nothing is told where none is given. */
export const parseProgress = (input: unknown): Outcome<(share: number) => void> => {
  const parsed = parseSchema(ProgressSchema, input)
  return parsed.kind === 'done' ? done(parsed.value ?? (() => undefined)) : parsed
}

/** Checks a list of tags. */
export const parseLabels = (input: unknown): Outcome<string[]> => parseSchema(LabelsSchema, input)

/** Checks a list of pictures. */
export const parsePictures = (input: unknown): Outcome<(Blob | string)[]> =>
  parseSchema(PicturesSchema, input)

/** Checks how many classes are asked for. */
export const parseTopK = (input: unknown): Outcome<number> => parseSchema(TopKSchema, input)

/** Checks a list of texts. */
export const parseTexts = (input: unknown): Outcome<string[]> => parseSchema(TextsSchema, input)

/** Checks the prompt templates, out of all the options of a call; the bare one where none is given. */
export const parseTemplates = (input: unknown): Outcome<string[]> => parseSchema(TemplatesSchema, input)

/** Checks whether labels are to be taken to the letter, out of all the options of a call. */
export const parseLiteral = (input: unknown): Outcome<boolean> => parseSchema(LiteralSchema, input)

/** Checks when a tag is to be taken for true, out of all the options of a call. */
export const parseRules = (input: unknown): Outcome<AnswerRules> => parseSchema(RulesSchema, input)
