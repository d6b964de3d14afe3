import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js'

/**
 * An archive of files by their paths, as any program packs it.
 * @param level 0 leaves them as they are, 9 makes them as small as can be.
 */
export const zipOf = async (files: ReadonlyMap<string, Blob>, level: number): Promise<Blob> => {
  const writer = new ZipWriter(new BlobWriter(), { level, useWebWorkers: false })
  for (const [path, file] of files) await writer.add(path, new BlobReader(file))
  return writer.close()
}
