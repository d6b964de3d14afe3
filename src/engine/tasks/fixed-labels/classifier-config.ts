import * as v from 'valibot'
import { wrongShape } from '../../hub/wrong-shape'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { visibleText } from '../../../core/tags/visible-text'

/** What of a classifier's `config.json` matters here. */
export interface ClassifierConfig {
  /** What people read; empty where the model does not say. */
  readonly name: string
  readonly scope: string
  /** A revision that the model states itself; empty otherwise. */
  readonly revision: string
  /** In the order of the model's output. */
  readonly labels: readonly string[]
}

/**
 * Most labels of a model. Every picture keeps a number for each (4 bytes); ImageNet has 1,000, its largest edition
 * 21,841, the most of any classifier that is published for browsers.
 */
const LABELS_LIMIT = 25_000
const LABEL_LENGTH_LIMIT = 1000

/** Python's classes of models with a list of labels: `ViTForImageClassification`. */
const CLASSIFIER = /ForImageClassification(WithTeacher)?$/

const HintsSchema = v.object({
  architectures: v.nullish(v.array(v.string())),
  id2label: v.nullish(v.unknown()),
  text_config: v.nullish(v.unknown()),
})

/**
 * Tells whether a `config.json` is a classifier's: by its class, or where that is left out by having labels and
 * no text tower.
 */
export const isClassifierConfig = (json: unknown): boolean => {
  const parsed = v.safeParse(HintsSchema, json)
  if (!parsed.success) return false
  const { architectures, id2label, text_config } = parsed.output
  if (architectures && architectures.length > 0) return architectures.some((name) => CLASSIFIER.test(name))
  return Boolean(id2label) && !text_config
}

/** A text that people read. */
const Shown = v.pipe(v.string(), v.transform(visibleText))

const ConfigSchema = v.object({
  problem_type: v.nullish(v.string()),
  id2label: v.record(
    v.pipe(v.string(), v.regex(/^\d{1,6}$/)),
    v.pipe(Shown, v.maxLength(LABEL_LENGTH_LIMIT)),
  ),
  taglens: v.optional(
    v.object({
      name: v.optional(Shown, ''),
      scope: v.optional(Shown, ''),
      revision: v.optional(v.string(), ''),
    }),
    {},
  ),
})

/** The labels by their numbers, or `null` where a number is missing. */
const inOrder = (labelByNumber: Readonly<Record<string, string>>): readonly string[] | null => {
  const labels: string[] = []
  for (const number of Object.keys(labelByNumber).keys()) {
    const label = labelByNumber[String(number)]
    if (label === undefined) return null
    labels.push(label)
  }
  return labels
}

/** Checks `config.json` of a classifier. `file` names it in errors. */
export const parseClassifierConfig = (json: unknown, file: string): Outcome<ClassifierConfig> => {
  const parsed = v.safeParse(ConfigSchema, json)
  if (!parsed.success) return wrongShape(file, parsed.issues)
  if (parsed.output.problem_type === 'multi_label_classification')
    return failed({ code: 'UNSUPPORTED_MODEL', detail: 'its labels do not exclude one another' })
  if (parsed.output.problem_type === 'regression')
    return failed({ code: 'UNSUPPORTED_MODEL', detail: 'it gives amounts, not labels' })
  const labels = inOrder(parsed.output.id2label)
  if (!labels || labels.length < 2)
    return failed({ code: 'MODEL_CORRUPT', file, detail: 'id2label does not name every class from 0 on' })
  if (labels.length > LABELS_LIMIT)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `it has ${labels.length} labels, more than ${LABELS_LIMIT}`,
    })
  return done({ ...parsed.output.taglens, labels })
}
