import type { Probability } from '../core/brands'
import type { ClassLogits } from '../core/fixed-labels/class-logits'
import { classProbabilities, topClasses } from '../core/fixed-labels/rank-classes'
import { CATEGORIES, type Category } from '../core/imagenet/category'
import { categoryOf, sumCategories, type CategoryShare } from '../core/imagenet/sum-categories'
import type { FixedLabelModel } from '../core/model/loaded-model'
import type { AppState, Picture } from './app-state'
import { fixedLabelModel } from './current-model'
import { memoizeLast } from './memoize-last'

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

/** The label that stands for a picture in the grid, a category's or a class's own, with what draws it. */
export interface BestLabel {
  readonly tagId: string
  readonly tag: string
  readonly hue: number
  readonly probability: Probability
}

/** Results of a classifier, computed when asked for and kept as long as the picture's encoding. */
export interface FixedLabelSelectors {
  /** `null` while no classifier answers, or the picture waits for it. */
  result(state: AppState, picture: Picture): FixedLabelResult | null
  /** The six categories, or classes where nothing maps them, best first. */
  labels(state: Pick<AppState, 'model'>, picture: Picture): readonly BestLabel[]
  /** For how many pictures each label is the best, by {@link BestLabel.tagId}. */
  counts(state: AppState): ReadonlyMap<string, number>
  /** Labels that are the best of a picture, or filtered by: those of most pictures first. Six categories are all. */
  found(state: AppState): readonly FoundLabel[]
}

/** A label that the grid can be filtered by. */
export interface FoundLabel {
  /** As {@link BestLabel.tagId}. */
  readonly id: string
  readonly text: string
  readonly hue: number
}

/** Classes that are listed of a picture: as many as there are categories beside them. */
const SHOWN_CLASSES = 6

/** The id by which pictures of a category are counted and filtered; no tag's id looks like it. */
const categoryId = (category: Category): string => `category ${category}`

/** The same of a class, where nothing maps classes to categories. */
const idOfClass = (classId: number): string => `class ${classId}`

const categories: readonly FoundLabel[] = CATEGORIES.map((category, hue) => ({
  id: categoryId(category),
  text: category,
  hue,
}))

/** The colour of a category: that of the tag of the same name as the app starts with. */
export const categoryHue = (category: Category): number => CATEGORIES.indexOf(category)

const judge = (logits: ClassLogits, { labels, imagenet }: FixedLabelModel): FixedLabelResult => {
  const probabilities = classProbabilities(logits)
  return {
    classes: topClasses(logits, probabilities, labels, SHOWN_CLASSES).map(
      ({ classId, label, probability }) => ({
        classId,
        label,
        probability,
        category: imagenet === null ? null : categoryOf(classId, imagenet),
      }),
    ),
    categories:
      imagenet === null
        ? null
        : sumCategories(probabilities, imagenet).toSorted((a, b) => b.probability - a.probability),
  }
}

const toLabels = ({ classes, categories }: FixedLabelResult): readonly BestLabel[] =>
  categories?.map(({ category, probability }) => ({
    tagId: categoryId(category),
    tag: category,
    hue: categoryHue(category),
    probability,
  })) ??
  classes.map(({ classId, label, probability }) => ({
    tagId: idOfClass(classId),
    tag: label,
    hue: classId,
    probability,
  }))

const NO_LABELS: readonly never[] = []

/** Creates the selectors with a memory of their own. */
export const createFixedLabelSelectors = (): FixedLabelSelectors => {
  const results = new WeakMap<ClassLogits, FixedLabelResult>()
  const labelsByResult = new WeakMap<FixedLabelResult, readonly BestLabel[]>()

  const resultOf = (model: FixedLabelModel | null, { phase }: Picture): FixedLabelResult | null => {
    if (!model || phase.kind !== 'ready' || phase.encoded.modelKey !== model.key) return null
    if (phase.encoded.kind !== 'classes') return null
    const { logits } = phase.encoded
    const result = results.get(logits) ?? judge(logits, model)
    results.set(logits, result)
    return result
  }

  const labelsOf = (model: FixedLabelModel | null, picture: Picture): readonly BestLabel[] => {
    const result = resultOf(model, picture)
    if (!result) return NO_LABELS
    const labels = labelsByResult.get(result) ?? toLabels(result)
    labelsByResult.set(result, labels)
    return labels
  }

  const counts = memoizeLast((model: FixedLabelModel | null, pictures: readonly Picture[]) => {
    const countById = new Map<string, number>()
    for (const picture of pictures) {
      const [best] = labelsOf(model, picture)
      if (best) countById.set(best.tagId, (countById.get(best.tagId) ?? 0) + 1)
    }
    return countById
  })

  const found = memoizeLast(
    (
      model: FixedLabelModel | null,
      countById: ReadonlyMap<string, number>,
      filterId: string | null,
    ): readonly FoundLabel[] => {
      if (model === null) return NO_LABELS
      if (model.imagenet !== null) return categories
      return model.labels
        .map((text, classId) => ({ id: idOfClass(classId), text, hue: classId }))
        .filter(({ id }) => countById.has(id) || id === filterId)
        .sort((a, b) => (countById.get(b.id) ?? 0) - (countById.get(a.id) ?? 0))
    },
  )

  return {
    found: (state) => {
      const model = fixedLabelModel(state.model)
      return found(model, counts(model, state.pictures), state.filterTagId)
    },
    result: ({ model }, picture) => resultOf(fixedLabelModel(model), picture),
    labels: ({ model }, picture) => labelsOf(fixedLabelModel(model), picture),
    counts: ({ model, pictures }) => counts(fixedLabelModel(model), pictures),
  }
}
