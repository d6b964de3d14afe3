import { ROW_FLAGS, type ListChange } from '../../../core/desk/columns/list-rows'
import { toSeenRows, type SeenPicture } from '../../../core/desk/columns/seen-rows'
import { encodingValues, joinRows } from '../../../core/model/picture-encoding'
import type { Picture } from '../../app-state'
import { isElsewhere } from '../queue/elsewhere'
import type { RowBook } from './row-book'

/** What the columns worker has been told of a list, so that only what is new is told again. */
export interface RowLog {
  /** What has changed since it was asked last; `null` where nothing has. @param modelKey whose encodings are told. */
  take(pictures: readonly Picture[], modelKey: string | null): ListChange | null
}

const flagsOf = ({ phase }: Picture): number => {
  if (phase.kind === 'failed') return isElsewhere(phase) ? ROW_FLAGS.elsewhere : ROW_FLAGS.failed
  return phase.kind === 'ready' && phase.facts.photographic ? ROW_FLAGS.photographic : 0
}

/** Whether rows are those of before in their order, some of them gone, and fresh ones behind all others. */
const isBehind = (
  before: readonly number[],
  rows: readonly number[],
  fresh: ReadonlySet<number>,
): boolean => {
  let place = 0
  return rows.every((row) => {
    if (fresh.has(row)) return place === before.length
    while (place < before.length && before[place] !== row) place += 1
    place += 1
    return place <= before.length
  })
}

/** Creates a log of a worker that knows nothing. */
export const createRowLog = (book: RowBook): RowLog => {
  /** Pictures as they were told of, and their numbers, by row. */
  const told: (Picture | undefined)[] = []
  const toldValues: (Float32Array | undefined)[] = []
  const toldFlags: number[] = []
  /** SHA-256s of those whose facts were told. */
  const toldSeen: (string | undefined)[] = []
  let toldRows: readonly number[] = []
  let toldKey: string | null = null
  let toldList: readonly Picture[] | null = null

  return {
    take: (pictures, modelKey) => {
      const isOtherModel = modelKey !== toldKey
      // Where a tag is edited the list is as it was: it is not gone through for that.
      if (toldList === pictures && !isOtherModel) return null
      toldList = pictures
      toldKey = modelKey
      const rows = book.rowsOf(pictures)
      const added: { readonly row: number; readonly picture: Picture }[] = []
      const flags: (readonly [number, number])[] = []
      const encoded: { readonly row: number; readonly values: Float32Array }[] = []
      const seen: { readonly row: number; readonly picture: SeenPicture }[] = []
      const look = (picture: Picture, row: number) => {
        if (told[row] === undefined) added.push({ row, picture })
        told[row] = picture
        const flag = flagsOf(picture)
        if ((toldFlags[row] ?? 0) !== flag) flags.push([row, flag])
        toldFlags[row] = flag
        const { phase } = picture
        const facts = phase.kind === 'failed' ? null : phase.facts
        if (facts && toldSeen[row] !== facts.sha256) {
          const { sha256, width, height, mosaic = null } = facts
          seen.push({ row, picture: { sha256, width, height, mosaic } })
          toldSeen[row] = sha256
        }
        if (phase.kind !== 'ready' || phase.encoded.modelKey !== modelKey) return
        const values = encodingValues(phase.encoded)
        if (toldValues[row] === values && !isOtherModel) return
        encoded.push({ row, values })
        toldValues[row] = values
      }
      const before = toldRows
      const fresh = new Set<number>()
      pictures.forEach((picture, i) => {
        const row = rows[i] ?? 0
        if (told[row] === undefined) fresh.add(row)
        if (told[row] !== picture || isOtherModel) look(picture, row)
      })
      const isSameOrder = isBehind(before, rows, fresh)
      const now = new Set(before.length + added.length > rows.length ? rows : [])
      const removed = now.size > 0 || rows.length === 0 ? before.filter((row) => !now.has(row)) : []
      for (const row of removed) {
        told[row] = undefined
        toldValues[row] = undefined
        toldFlags[row] = 0
        toldSeen[row] = undefined
      }
      const isSame = added.length + removed.length + flags.length + seen.length + encoded.length === 0
      if (isSame && isSameOrder) return null
      toldRows = [...rows]
      return {
        added: {
          rows: Uint32Array.from(added, ({ row }) => row),
          names: added.map(({ picture }) => picture.name),
          dates: Float64Array.from(added, ({ picture: { file } }) =>
            file instanceof File ? file.lastModified : NaN,
          ),
          sizes: Float64Array.from(added, ({ picture: { file, absent } }) => absent?.size ?? file.size),
        },
        removed,
        order: isSameOrder ? null : Uint32Array.from(rows),
        flags: {
          rows: Uint32Array.from(flags, ([row]) => row),
          values: Uint8Array.from(flags, ([, flag]) => flag),
        },
        seen: toSeenRows(seen),
        encoded:
          encoded.length === 0 || modelKey === null
            ? null
            : {
                modelKey,
                rows: Uint32Array.from(encoded, ({ row }) => row),
                values: joinRows(encoded.map(({ values }) => values)),
              },
      }
    },
  }
}
