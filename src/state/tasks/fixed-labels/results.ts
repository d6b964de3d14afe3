import type { Filter } from '../../../core/desk/view/view'
import type { Probability } from '../../../core/brands'
import type { ClassLogits } from '../../../core/tasks/fixed-labels/class-logits'
import {
  categoryId,
  classProbabilities,
  idOfClass,
  topClasses,
} from '../../../core/tasks/fixed-labels/rank-classes'
import { CATEGORIES, type Category } from '../../../core/tasks/fixed-labels/imagenet/category'
import { type CategoryShare, sumCategories } from '../../../core/tasks/fixed-labels/imagenet/sum-categories'
import type { FixedLabelModel } from '../../../core/tasks/fixed-labels/model'
import type { AppState, Picture } from '../../app-state'
import { modelFor } from '../../model/current-model'
import { memoizeLast } from '../../memoize-last'
import type { Answers, AskedOfColumns, FilterLabel, PictureLabel, Task } from '../task'

/** A class of a picture, with what it counts as. */
export interface RankedClass {
  readonly classId: number
  readonly label: string
  readonly probability: Probability
  /** `null` where the labels are not ImageNet's. */
  readonly category: Category | null
}

/** What a classifier says of a picture. */
export interface FixedLabelResult {
  /** The likeliest classes, best first. */
  readonly classes: readonly RankedClass[]
  /** All six, best first; `null` where the labels are not ImageNet's. */
  readonly categories: readonly CategoryShare[] | null
}

/** Results of a classifier, computed when asked for and kept as long as the picture's encoding. */
export interface FixedLabelResults extends Task {
  /** `null` while no classifier answers, or the picture waits for it. */
  result(state: AppState, picture: Picture): FixedLabelResult | null
}

/** Classes that are listed of a picture: as many as there are categories beside them. */
const SHOWN_CLASSES = 6

const categoryLabels: readonly FilterLabel[] = CATEGORIES.map((category, hue) => ({
  id: categoryId(category),
  text: category,
  hue,
}))

/** The colour of a category: that of the tag of the same name as the app starts with. */
export const categoryHue = (category: Category): number => CATEGORIES.indexOf(category)

const judge = (logits: ClassLogits, { labels, categories }: FixedLabelModel): FixedLabelResult => {
  const probabilities = classProbabilities(logits)
  return {
    classes: topClasses(logits, probabilities, labels, SHOWN_CLASSES).map(
      ({ classId, label, probability }) => ({
        classId,
        label,
        probability,
        category: categories?.[classId] ?? null,
      }),
    ),
    categories:
      categories === null
        ? null
        : sumCategories(probabilities, categories).toSorted((a, b) => b.probability - a.probability),
  }
}

/** ImageNet's names list synonyms; the first one is what people say. */
export const firstName = (label: string): string => label.split(',')[0] ?? label

/** What a picture of the last category is, in the classifier's own words: "other" names nothing. */
const foundIn = (category: Category, classes: readonly RankedClass[]): Partial<PictureLabel> => {
  const likeliest = category === 'other' ? classes.find((one) => one.category === category) : undefined
  return likeliest ? { found: { tag: firstName(likeliest.label), probability: likeliest.probability } } : {}
}

const toLabels = ({ classes, categories }: FixedLabelResult): readonly PictureLabel[] =>
  categories?.map(({ category, probability }, i) => ({
    accepted: i === 0,
    tagId: categoryId(category),
    tag: category,
    hue: categoryHue(category),
    probability,
    ...foundIn(category, classes),
  })) ??
  classes.map(({ classId, label, probability }, i) => ({
    accepted: i === 0,
    tagId: idOfClass(classId),
    tag: label,
    hue: classId,
    probability,
  }))

const NO_LABELS: readonly never[] = []

/** Creates them with a memory of their own. */
export const createFixedLabelResults = (): FixedLabelResults => {
  const results = new WeakMap<ClassLogits, FixedLabelResult>()
  const labelsByResult = new WeakMap<FixedLabelResult, readonly PictureLabel[]>()

  const resultOf = (model: FixedLabelModel | null, { phase }: Picture): FixedLabelResult | null => {
    if (!model || phase.kind !== 'ready' || phase.encoded.modelKey !== model.key) return null
    if (phase.encoded.kind !== 'classes') return null
    const { logits } = phase.encoded
    const result = results.get(logits) ?? judge(logits, model)
    results.set(logits, result)
    return result
  }

  const labelsOf = (model: FixedLabelModel | null, picture: Picture): readonly PictureLabel[] => {
    const result = resultOf(model, picture)
    if (!result) return NO_LABELS
    const labels = labelsByResult.get(result) ?? toLabels(result)
    labelsByResult.set(result, labels)
    return labels
  }

  const answers = memoizeLast((model: FixedLabelModel | null): Answers => ({
    labels: (picture) => labelsOf(model, picture),
    answerIds: (picture) =>
      labelsOf(model, picture)
        .slice(0, 1)
        .map(({ tagId }) => tagId),
    // To a classifier one of its labels always fits.
    fitsNone: () => false,
    sureness: (picture) => labelsOf(model, picture)[0]?.probability ?? -1,
    score: (picture, labelId) =>
      labelsOf(model, picture).find(({ tagId }) => tagId === labelId)?.probability ?? NaN,
  }))

  const columns = memoizeLast(
    (model: FixedLabelModel | null): AskedOfColumns | null =>
      model && {
        question: () => ({ task: 'fixed-labels', labels: model.labels.length, categories: model.categories }),
      },
  )

  /** The six categories; of other labels those that were found, or are filtered by, of most pictures first. */
  const filterLabels = memoizeLast(
    (
      model: FixedLabelModel | null,
      counts: ReadonlyMap<string, number>,
      { answers, ranges }: Filter,
    ): readonly FilterLabel[] => {
      if (model === null) return NO_LABELS
      if (model.categories !== null) return categoryLabels
      return model.labels
        .map((text, classId) => ({ id: idOfClass(classId), text, hue: classId }))
        .filter(
          ({ id }) => counts.has(id) || answers.includes(id) || ranges.some(({ label }) => label === id),
        )
        .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    },
  )

  return {
    hasLabels: () => true,
    start: () => undefined,
    result: ({ model }, picture) => resultOf(modelFor(model, 'fixed-labels'), picture),
    answers: ({ model }) => answers(modelFor(model, 'fixed-labels')),
    columns: ({ model }) => columns(modelFor(model, 'fixed-labels')),
    filterLabels: ({ model, filter }, counts) =>
      filterLabels(modelFor(model, 'fixed-labels'), counts, filter),
  }
}
