import type { UnitVector } from '../../core/brands'
import { failed, type Outcome } from '../../core/errors/outcome'
import type { Head } from '../../core/tasks/own/head'
import { answeredByHead } from '../../core/tasks/own/own-record'
import type { ClassificationRecord } from '../../core/tasks/zero-shot/record'
import type { ApiPicture, ApiCallOptions, FailedPicture } from '../api-calls'
import type { TrainedClassifier } from './classifiers'
import type { ClassifyOptions } from '../taglens-api'

/** A classifier that programs can ask. */
export interface KnownClassifier {
  readonly facts: TrainedClassifier
  readonly head: Head
  /** Places of the labels that have examples. */
  readonly learned: readonly number[]
  /** How its labels were read when it learned. */
  readonly words: { readonly templates: readonly string[]; readonly literal: boolean }
}

/** `classify` by words, with what becomes of each record before it is answered. */
export type ClassifyByWords = (
  pictures: readonly ApiPicture[],
  options: ClassifyOptions,
  finish: (record: ClassificationRecord, embedding: UnitVector) => ClassificationRecord,
) => Promise<readonly (ClassificationRecord | FailedPicture)[]>

/** `classify` by a classifier of the person's own: records of the words with its answers in their place. */
export const classifyByOwn = (
  { facts, head, learned, words }: KnownClassifier,
  pictures: readonly ApiPicture[],
  options: ApiCallOptions,
  by: { readonly classify: ClassifyByWords; readonly valueOrThrow: <T>(outcome: Outcome<T>) => T },
): Promise<readonly (ClassificationRecord | FailedPicture)[]> => {
  const { id, version, examples, labels } = facts
  return by.classify(pictures, { ...options, ...words, labels }, (record, embedding) =>
    embedding.length === head.width
      ? answeredByHead(
          record,
          { head, learned, facts: { id, version, examples } },
          (classId) => classId,
          embedding,
        )
      : by.valueOrThrow(
          failed({
            code: 'VALIDATION_ERROR',
            detail: `it has learned from vectors of ${head.width} numbers, and the model gives ${embedding.length}`,
          }),
        ),
  )
}
