import { MOSAIC_LENGTH } from '../duplicates/mosaic'

/** What decoding has shown of rows, in columns of equal length. */
export interface SeenRows {
  readonly rows: Uint32Array<ArrayBuffer>
  readonly sha256s: readonly string[]
  readonly widths: Uint32Array<ArrayBuffer>
  readonly heights: Uint32Array<ArrayBuffer>
  /** One after another; zeros of a row that has none, or none that is whole, as `hasMosaic` says. */
  readonly mosaics: Uint8Array<ArrayBuffer>
  readonly hasMosaic: Uint8Array<ArrayBuffer>
}

/** What decoding has shown of one picture. */
export interface SeenPicture {
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly mosaic: Uint8Array | null
}

/** What was kept on a disk may be anything. */
const isWhole = (mosaic: Uint8Array | null): mosaic is Uint8Array => mosaic?.length === MOSAIC_LENGTH

/** Puts what is known of single rows into columns. */
export const toSeenRows = (
  seen: readonly { readonly row: number; readonly picture: SeenPicture }[],
): SeenRows => {
  const mosaics = new Uint8Array(seen.length * MOSAIC_LENGTH)
  seen.forEach(({ picture: { mosaic } }, i) => {
    if (isWhole(mosaic)) mosaics.set(mosaic, i * MOSAIC_LENGTH)
  })
  return {
    rows: Uint32Array.from(seen, ({ row }) => row),
    sha256s: seen.map(({ picture }) => picture.sha256),
    widths: Uint32Array.from(seen, ({ picture }) => picture.width),
    heights: Uint32Array.from(seen, ({ picture }) => picture.height),
    mosaics,
    hasMosaic: Uint8Array.from(seen, ({ picture: { mosaic } }) => Number(isWhole(mosaic))),
  }
}

/** The pictures of rows again. */
export const eachSeen = ({
  rows,
  sha256s,
  widths,
  heights,
  mosaics,
  hasMosaic,
}: SeenRows): readonly (readonly [row: number, picture: SeenPicture])[] =>
  Array.from(rows, (row, i) => [
    row,
    {
      sha256: sha256s[i] ?? '',
      width: widths[i] ?? 0,
      height: heights[i] ?? 0,
      mosaic: hasMosaic[i] === 1 ? mosaics.subarray(i * MOSAIC_LENGTH, (i + 1) * MOSAIC_LENGTH) : null,
    },
  ])
