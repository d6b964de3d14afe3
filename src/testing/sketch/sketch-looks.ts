import type { EngineClient, EngineTrials } from '../../client/engine-client'
import type { Milliseconds } from '../../core/brands'
import { done } from '../../core/errors/outcome'
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

const GRID = { columns: 7, rows: 7 }

/**
 * Looks at parts of made-up pictures: of the one that was prepared last. A tensor is the number of a part.
 * @param encode what is made of a part, by the picture's name and the part's.
 */
export const createSketchLooks = (
  encode: (name: string) => PictureEncoding,
): Pick<EngineTrials, 'prepare'> & Pick<EngineClient, 'embedPrepared' | 'seePlaces'> => {
  let prepared = ''
  return {
    prepare: async (picture, name, { recipe }) => {
      prepared = name
      const size = await sketchSize(picture)
      const middle = planResize(size.width, size.height, recipe.fit)
      const crops = recipe.extent === 'whole' ? planCrops(middle) : [middle]
      const [tensor = new Float32Array(), ...more] = crops.map((_crop, i) => Float32Array.of(i))
      return done({
        ...size,
        ...{ frame: frameOfCrops(crops), tensor, more, reducedBy: 1, isShowable: true, noisy: false },
        ...{ photographic: false, thumbnail: picture, time: 1 as Milliseconds },
      })
    },
    embedPrepared: (tensors) =>
      Promise.resolve(done(tensors.map(([part = 0]) => encode(`${prepared} ${part}`)))),
    seePlaces: (tensors) =>
      Promise.resolve(
        done({
          ...{ kind: 'seen', sense: 'there', grid: GRID },
          pictures: tensors.map((_tensor, view) =>
            Array.from({ length: GRID.columns * GRID.rows }, (_, place) =>
              encode(`${prepared} ${view} ${place}`),
            ),
          ),
        }),
      ),
  }
}
