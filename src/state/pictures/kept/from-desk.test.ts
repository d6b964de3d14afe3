import { expect, it } from 'vitest'
import { encodedPicture } from '../../../testing/fakes/fake-engine'
import type { Picture } from '../../app-state'
import { createChangeLog } from './change-log'
import { createFromDesk } from './from-desk'

/** What is known of a picture, and what a model has made of it: the same of each, and each time other objects. */
const made = () => {
  const { modelKey, time, sha256, ...known } = encodedPicture('model')
  const { width, height, isShowable, photographic, thumbnail, ...encoding } = known
  const facts = { sha256, width, height, isShowable, photographic, thumbnail }
  return { known, facts, encoded: { ...encoding, modelKey, time } }
}

type Made = Pick<ReturnType<typeof made>, 'facts' | 'encoded'>

const ready = (id: string, { facts, encoded }: Made): Picture => ({
  ...{ id, name: `${id}.png`, file: new Blob([id]), isSample: false },
  phase: { kind: 'ready', facts, encoded },
})

it('tells nothing again of what the desk has put back and recalled, and all of what else is encoded', async () => {
  const { known, facts, encoded } = made()
  const fromDesk = createFromDesk((modelKey) => Promise.resolve(modelKey === 'model' ? known : null))
  fromDesk.noteFacts(facts)
  expect(await fromDesk.recall('other', facts.sha256)).toBeNull()
  expect(await fromDesk.recall('model', facts.sha256)).toBe(known)
  const change = createChangeLog(['kept', 'again', 'changed'], undefined, fromDesk.isKept).take(
    [
      ready('kept', { facts, encoded }),
      // The desk did not answer.
      ready('again', { facts, encoded: made().encoded }),
      // The desk had nothing of the file, and the bytes of another picture.
      ready('changed', { facts: made().facts, encoded }),
      ready('new', { facts, encoded }),
    ],
    [],
  )
  expect(change?.encoded.map(({ id }) => id)).toEqual(['again', 'changed', 'new'])
})

it('tells of what was recalled for another way to look at a picture', async () => {
  const { known, facts, encoded } = made()
  const fromDesk = createFromDesk(() => Promise.resolve(known))
  fromDesk.noteFacts(facts)
  await fromDesk.recall('model', facts.sha256)
  const long = { ...encoded, modelKey: 'model, all of it' }
  const log = createChangeLog(['a'], undefined, fromDesk.isKept)
  expect(log.take([ready('a', { facts, encoded: long })], [])?.encoded).toHaveLength(1)
})
