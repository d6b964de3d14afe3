import { createClassPaths } from '../safe-name'
import { folderOf } from './class-folders'
import type { ExportShape } from './export-shape'

/**
 * Hugging Face's ImageFolder: class folders with one `metadata.jsonl` at the root, whose `file_name` comes first. With it
 * the library takes labels from the lines and not from the folders, so both say the same; torchvision's ImageFolder reads
 * the folders. Pictures that could not be read have no place in it: they would end a training run.
 */
export const createImageFolder = (): ExportShape => {
  const pathOf = createClassPaths()
  const lines: string[] = []
  return {
    add: (picture) => {
      if (picture.state === 'unread') return []
      const path = pathOf(folderOf(picture), picture.path)
      const { labels, source, sha256 } = picture
      // The same fields in each line, of the same types: a column of the data set each.
      const line = {
        file_name: path,
        label: labels[0]?.label ?? null,
        labels: labels.map(({ label }) => label),
        confidence: labels[0]?.confidence ?? null,
        source,
        name: picture.path,
        sha256,
      }
      lines.push(`${JSON.stringify(line)}\n`)
      return [{ path, content: 'picture' }]
    },
    end: () => [{ path: 'metadata.jsonl', content: lines }],
  }
}
