import { jsonPieces } from '../../views/pieces'
import { baseName } from '../../incoming/entry-paths'
import { createNames, stemOf } from '../safe-name'
import type { ExportShape } from './export-shape'
import type { LabelledPicture } from './labelled-picture'

/** A label in FiftyOne's words: the place of its class, how sure a model is, and who says so. */
interface Target {
  readonly label: number
  readonly confidence?: number
  readonly attributes: { readonly source: string }
}

/**
 * FiftyOne's `FiftyOneImageClassificationDataset`: pictures in `data/`, and `labels.json` with `classes` and, by the name of
 * a file without its ending, targets that are places of classes. Several labels are a list; of a data set that has such a
 * picture each is one, since FiftyOne reads all of a field as one type. A picture without a label has `null`.
 */
export const createFiftyOne = (): ExportShape => {
  // Two files that differ in their endings alone would be one entry.
  const nameOf = createNames(stemOf)
  const places = new Map<string, number>()
  const targets: (readonly [uuid: string, targets: readonly Target[]])[] = []
  const placeOf = (label: string) => {
    const place = places.get(label) ?? places.size
    places.set(label, place)
    return place
  }
  const toTarget = ({ label, confidence, source }: LabelledPicture['labels'][number]): Target => ({
    label: placeOf(label),
    ...(confidence !== null && { confidence }),
    attributes: { source },
  })
  return {
    add: (picture) => {
      if (picture.state === 'unread') return []
      const name = nameOf(baseName(picture.path))
      targets.push([stemOf(name), picture.labels.map(toTarget)])
      return [{ path: `data/${name}`, content: 'picture' }]
    },
    end: () => {
      const many = targets.some(([, { length }]) => length > 1)
      const labels = targets.map(([uuid, said]): readonly [string, unknown] => [
        uuid,
        many && said.length > 0 ? said : (said[0] ?? null),
      ])
      // `fromEntries` takes `__proto__` for a name like any other.
      const whole = { classes: [...places.keys()], labels: Object.fromEntries(labels) }
      return [{ path: 'labels.json', content: [...jsonPieces(whole, {})] }]
    },
  }
}
