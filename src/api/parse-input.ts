import * as v from 'valibot'
import { DEFAULT_RULES, type AnswerRules } from '../core/scoring/judge'
import type { Outcome } from '../core/outcome'
import { parseSchema } from './parse-schema'

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

/** Checks a list of tags. */
export const parseLabels = (input: unknown): Outcome<string[]> => parseSchema(LabelsSchema, input)

/** Checks a list of pictures. */
export const parsePictures = (input: unknown): Outcome<(Blob | string)[]> =>
  parseSchema(PicturesSchema, input)

/** Checks how many classes are asked for. */
export const parseTopK = (input: unknown): Outcome<number> => parseSchema(TopKSchema, input)

/** Checks a list of texts. */
export const parseTexts = (input: unknown): Outcome<string[]> => parseSchema(TextsSchema, input)

/** Checks a prompt template. */
export const parseTemplate = (input: unknown): Outcome<string> => parseSchema(TemplateSchema, input)

/** Checks when a tag is to be taken for true, out of all the options of a call. */
export const parseRules = (input: unknown): Outcome<AnswerRules> => parseSchema(RulesSchema, input)
