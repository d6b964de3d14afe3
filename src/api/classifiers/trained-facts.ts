import { headVersion } from '../../core/tasks/own/own-record'
import type { HeadMode } from '../../core/tasks/own/training-set'
import type { JudgedHead } from '../../protocol/classifier-api'
import type { TrainedClassifier } from './classifiers'

/** What is told of a classifier that has just learned. @param words what its labels mean; zeros where that is not known. */
export const trainedFacts = (
  id: string,
  labels: readonly string[],
  { mode, ids }: { readonly mode: HeadMode; readonly ids: readonly string[] },
  { head, report }: Pick<JudgedHead, 'head' | 'report'>,
  words: Float32Array,
): TrainedClassifier => ({
  ...{ id, version: headVersion(head), mode, labels, examples: ids.length },
  accuracy: report.accuracy,
  words_accuracy: words.some((value) => value !== 0) ? report.wordsShare : 0,
  better_than_words: report.beatsWords,
  better_than_chance: report.beatsChance,
  confusion: report.table,
})
