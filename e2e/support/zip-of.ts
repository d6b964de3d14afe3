import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js'
import type { PictureFile } from './make-pictures.ts'

/** Files as one archive, by their paths in it. */
export const zipOf = async (name: string, files: readonly PictureFile[]): Promise<PictureFile> => {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false })
  for (const { name: path, buffer } of files)
    await writer.add(path, new BlobReader(new Blob([Uint8Array.from(buffer)])))
  const blob = await writer.close()
  return { name, mimeType: 'application/zip', buffer: Buffer.from(await blob.arrayBuffer()) }
}
