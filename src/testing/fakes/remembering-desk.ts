import { done } from '../../core/errors/outcome'
import type { KeptPicture, SetChange } from '../../protocol/desk-api'
import { createFakeDesk } from './fake-desk'

/** A desk that keeps one list over pages of one test, as the worker does over visits. */
export const createRememberingDesk = () => {
  const { desk, ...opened } = createFakeDesk()
  const pictures = new Map<string, KeptPicture>()
  let order: readonly string[] = []
  const here = () => order.flatMap((id) => pictures.get(id) ?? [])
  const keep = ({ added, removed, order: all, encoded }: SetChange) => {
    for (const { id, name, file } of added)
      if (file instanceof Blob) pictures.set(id, { id, name, file, facts: null })
    for (const { id, facts } of encoded) {
      const known = pictures.get(id)
      if (known) pictures.set(id, { ...known, facts })
    }
    for (const id of removed) pictures.delete(id)
    order = all ?? order
    return Promise.resolve(done(0))
  }
  return {
    ...opened,
    desk: {
      ...desk,
      hold: () => Promise.resolve(done([...order])),
      keep,
      open: () =>
        Promise.resolve(done({ pictures: here(), tags: [], missing: [], gone: [], changed: [], next: null })),
    },
    kept: () => here().map(({ id }) => id),
  }
}
