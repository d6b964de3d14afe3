import { jsonPieces } from '../../views/pieces'
import { baseName } from '../../incoming/entry-paths'
import { createNames } from '../safe-name'
import type { ExportShape } from './export-shape'

/**
 * COCO's way of writing down what is in pictures (cocodataset.org/#format-data), which has no labels of whole pictures: each
 * is a box around all of it. A model's have a `score`, as COCO's results have. A picture of which the size is not known,
 * since it was never read, has no place in it.
 */
export const createCoco = (): ExportShape => {
  const nameOf = createNames()
  const categories = new Map<string, number>()
  const images: object[] = []
  const annotations: object[] = []
  const categoryOf = (label: string) => {
    const id = categories.get(label) ?? categories.size + 1
    categories.set(label, id)
    return id
  }
  return {
    add: ({ path, state, size, labels, sha256 }) => {
      if (state === 'unread' || size === null) return []
      const { width, height } = size
      const name = nameOf(baseName(path))
      const image_id = images.length + 1
      images.push({ id: image_id, file_name: name, width, height, name: path, sha256 })
      for (const { label, confidence, source } of labels)
        annotations.push({
          id: annotations.length + 1,
          image_id,
          category_id: categoryOf(label),
          bbox: [0, 0, width, height],
          area: width * height,
          iscrowd: 0,
          segmentation: [[0, 0, width, 0, width, height, 0, height]],
          source,
          ...(confidence !== null && { score: confidence }),
        })
      return [{ path: `data/${name}`, content: 'picture' }]
    },
    end: () => {
      const whole = { info: { description: 'Exported by Taglens', version: '1' }, licenses: [] }
      const named = [...categories].map(([name, id]) => ({ id, name, supercategory: 'tag' }))
      const lists = { categories: named, images, annotations }
      return [{ path: 'labels.json', content: [...jsonPieces(whole, lists)] }]
    },
  }
}
