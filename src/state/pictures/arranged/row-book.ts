import type { Picture } from '../../app-state'

/** Gives each picture of a list a row, which it keeps for as long as the page lives, also where undo brings it back. */
export interface RowBook {
  /** Rows of a list's pictures, in its order. It is the same array until it is asked again. */
  rowsOf(pictures: readonly Picture[]): readonly number[]
  rowOf(id: string): number | null
  /** The picture of a row as it is in a list. */
  pictureAt(pictures: readonly Picture[], row: number): Picture | undefined
}

/** Creates a book without rows. What it costs follows what has changed since the last list. */
export const createRowBook = (): RowBook => {
  const rowById = new Map<string, number>()
  const rows: number[] = []
  const pictureByRow: (Picture | undefined)[] = []
  let known: readonly Picture[] = []

  const rowFor = (id: string): number => {
    const row = rowById.get(id) ?? rowById.size
    rowById.set(id, row)
    return row
  }

  const follow = (pictures: readonly Picture[]) => {
    if (pictures === known) return
    let same = 0
    for (; same < pictures.length; same += 1) {
      const [picture, before, row] = [pictures[same], known[same], rows[same]]
      if (picture === before) continue
      if (picture?.id !== before?.id || row === undefined) break
      pictureByRow[row] = picture
    }
    // From here on others have come, gone or changed places.
    for (let i = same; i < rows.length; i += 1) pictureByRow[rows[i] ?? 0] = undefined
    rows.length = same
    for (const picture of pictures.slice(same)) {
      const row = rowFor(picture.id)
      rows.push(row)
      pictureByRow[row] = picture
    }
    known = pictures
  }

  return {
    rowsOf: (pictures) => {
      follow(pictures)
      return rows
    },
    rowOf: (id) => rowById.get(id) ?? null,
    pictureAt: (pictures, row) => {
      follow(pictures)
      return pictureByRow[row]
    },
  }
}
