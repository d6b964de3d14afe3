import type { EngineClient, EngineTrials } from '../../client/engine-client'
import type { Milliseconds } from '../../core/brands'
import { cancelled, done } from '../../core/errors/outcome'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { frameOfCrops, planCrops } from '../../core/pixels/crops/plan-crops'
import { planResize } from '../../core/pixels/resize/resize-plan'

/** The size of a drawing, as its file says. */
export const sketchSize = async (
  picture: Blob,
): Promise<{ readonly width: number; readonly height: number }> => {
  const [, width = 400, height = 400] = (/viewBox="0 0 (\d+) (\d+)"/.exec(await picture.text()) ?? []).map(
    Number,
  )
  return { width, height }
}

/** The square of a part, whose numbers say which it is, wherever one looks. */
const someTensor = (part: number, area: number): Float32Array<ArrayBuffer> =>
  new Float32Array(3 * area).map((_, i) => part + (i % area) / area)

/** As many places of a square as make two covered ones differ. */
const LOOKED_AT = 64

/** The same for the same square. */
const partOf = (tensor: Float32Array): string =>
  Array.from({ length: LOOKED_AT }, (_, i) =>
    (tensor[Math.floor(((i + 0.5) * tensor.length) / LOOKED_AT)] ?? 0).toFixed(2),
  ).join(' ')

const GRID = { columns: 7, rows: 7 }

/**
 * Looks at parts of made-up pictures: of the one that was prepared last. What is covered is another part.
 * @param encode what is made of a part, by the picture's name and the part's.
 * @param wait as long as a picture of that name takes, for each batch of parts.
 */
export const createSketchLooks = (
  encode: (name: string) => PictureEncoding,
  wait: (name: string, signal: AbortSignal) => Promise<'over' | 'aborted'>,
): Pick<EngineTrials, 'prepare'> & Pick<EngineClient, 'embedPrepared' | 'seePlaces'> => {
  let prepared = ''
  return {
    prepare: async (picture, name, { recipe }) => {
      prepared = name
      const size = await sketchSize(picture)
      const middle = planResize(size.width, size.height, recipe.fit)
      const crops = recipe.extent === 'whole' ? planCrops(middle) : [middle]
      const { width, height } = recipe.fit
      const [tensor = new Float32Array(), ...more] = crops.map((_crop, i) => someTensor(i, width * height))
      return done({
        ...size,
        ...{ frame: frameOfCrops(crops), tensor, more, reducedBy: 1, isShowable: true, noisy: false },
        ...{ photographic: false, thumbnail: picture, time: 1 as Milliseconds },
      })
    },
    embedPrepared: async (tensors, signal) =>
      (await wait(prepared, signal)) === 'aborted'
        ? cancelled
        : done(tensors.map((tensor) => encode(`${prepared} ${partOf(tensor)}`))),
    seePlaces: async (tensors, signal) =>
      (await wait(prepared, signal)) === 'aborted'
        ? cancelled
        : done({
            ...{ kind: 'seen', sense: 'there', grid: GRID },
            pictures: tensors.map((_tensor, view) =>
              Array.from({ length: GRID.columns * GRID.rows }, (_, place) =>
                encode(`${prepared} ${view} ${place}`),
              ),
            ),
          }),
  }
}
