import type { Classifier } from '../../client/classifier/create-classifier'
import { findingsOf } from '../../core/tasks/own/report/findings'
import { reportOn } from '../../core/tasks/own/report/report'
import { firstChoice, fitHead, train } from '../../core/tasks/own/train'
import { withTold } from '../../core/tasks/own/groups/told-groups'
import { done } from '../../core/errors/outcome'
import type { MarkMemory } from '../../platform/storage/earlier-visits'
import type { KeptMark, KeptVersion } from '../../protocol/classifier-api'

/** What says that it is a JPEG of 96 by 72 pixels, without any of them. */
export const jpegHeader = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 72, 0, 96, 3],
    ...[1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
  ])

/** The classifier without a worker: it learns as the real one does, and keeps marks as long as the test. */
export const createFakeClassifier = () => {
  const kept = new Map<string, KeptMark>()
  let versions: readonly KeptVersion[] = []
  let learned = false
  const memory: MarkMemory = {
    write: (hasMarks, learns) => {
      learned = hasMarks && learns
    },
    learns: () => learned,
  }
  const classifier: Classifier = {
    fit: (examples, choice) => {
      const set = { ...examples, groups: examples.ids }
      return Promise.resolve(done(fitHead(set, choice ?? firstChoice(set))))
    },
    train: (examples) => {
      const set = { ...examples, groups: withTold(examples.ids, examples.ids, examples) }
      const work = train(set)
      let step = work.next()
      while (!step.done) step = work.next()
      const { head, choice, heldOut } = step.value
      const findings = findingsOf(set, heldOut, examples.ids)
      return Promise.resolve(done({ head, choice, report: reportOn(set, heldOut), findings }))
    },
    recall: () => Promise.resolve(done([...kept.values()])),
    keep: (put, removed) => {
      for (const mark of put) kept.set(mark.id, mark)
      for (const id of removed) kept.delete(id)
      return Promise.resolve(done(null))
    },
    recallVersions: () => Promise.resolve(done(versions)),
    keepVersions: (all) => {
      versions = all
      return Promise.resolve(done(null))
    },
    forgetAll: () => {
      kept.clear()
      versions = []
      return Promise.resolve(done(null))
    },
  }
  const shrink = (picture: Blob) => Promise.resolve(picture.size > 0 ? jpegHeader() : null)
  return { classifier, memory, kept, shrink }
}
