import { answeredByHead, headVersion, type RecordedClassifier } from '../../../core/tasks/own/own-record'
import { PAGE_CLASSIFIER } from '../../../core/tasks/own/versions/classifier-name'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import { wordsRecord } from '../zero-shot/picture-record'
import { learnedPlaces } from './learned-places'

/**
 * Makes records of pictures as a classifier of the person's own answers them in this state; `null` where it does not, or
 * the picture is not ranked.
 */
export const createOwnRecords = (
  state: AppState,
  selectors: Selectors,
): ((picture: Picture) => ClassificationRecord | null) => {
  const { own } = state
  if (own === null) return () => null
  const facts = { id: PAGE_CLASSIFIER, version: headVersion(own.head), examples: own.examples }
  const by: RecordedClassifier = { head: own.head, learned: learnedPlaces(own), facts }
  const placeOfTag = new Map(own.classIds.map((id, place) => [id, place]))
  return (picture) => {
    const { phase } = picture
    if (phase.kind !== 'ready' || phase.encoded.kind !== 'embedding') return null
    const record = wordsRecord(state, selectors, picture)
    const { ranking } = selectors.tasks['zero-shot'].judgement(state, picture)
    const tagOf = new Map(ranking.map(({ index, tagId }) => [index, tagId]))
    return (
      record &&
      answeredByHead(
        record,
        by,
        (classId) => placeOfTag.get(tagOf.get(classId) ?? ''),
        phase.encoded.embedding,
      )
    )
  }
}
