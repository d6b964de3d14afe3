import { LIMITS, type OwnEntries } from '../../../../core/tasks/own/files/own-file'
import { readOwnFile, type ReadOwnFile } from '../../../../core/tasks/own/files/read-own-file'
import { smallEntries } from '../../../../core/tasks/own/files/small-pictures'
import type { ArchiveEntry } from '../../../../platform/pictures/read-archive'
import type { ActionDeps } from '../../../app-deps'

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** The small pictures that an archive has, one after the other: one that does not unpack is not there. */
const unpackSmall = async (entries: readonly ArchiveEntry[], signal: AbortSignal) => {
  const small: [string, Uint8Array<ArrayBuffer>][] = []
  for (const [path, entry] of smallEntries(entries)) {
    const blob = await entry.read(signal)
    if (blob) small.push([path, await bytesOf(blob)])
  }
  return Object.fromEntries(small)
}

/** The entries of an archive as far as they are a classifier's, unpacked only where they are of a size that is read. */
export const unpackOwnFile = async (
  { openArchive }: Pick<ActionDeps, 'openArchive'>,
  archive: File,
): Promise<ReadOwnFile> => {
  const listed = await openArchive(archive)
  if (listed.kind !== 'done') return { problem: 'none' }
  const entryOf = (name: keyof OwnEntries) => listed.value.find(({ path }) => path === name)
  const found = [
    entryOf('manifest.json'),
    entryOf('labels.json'),
    entryOf('head.f32'),
    entryOf('vectors.f32'),
  ]
  const size = found.reduce((sum, entry) => sum + (entry?.size ?? 0), 0)
  if (found.includes(undefined)) return { problem: 'none' }
  if (size > LIMITS.bytes) return { problem: 'too-large' }
  const { signal } = new AbortController()
  const read = (entry: (typeof found)[number]) => entry?.read(signal) ?? Promise.resolve(null)
  const [manifest, labels, head, vectors] = await Promise.all(found.map(read))
  const probing = entryOf('probes.f32')
  const probes = probing && probing.size <= LIMITS.probes ? await read(probing) : null
  if (!manifest || !labels || !head || !vectors) return { problem: 'damaged' }
  return readOwnFile({
    ...(await unpackSmall(listed.value, signal)),
    'manifest.json': await manifest.text(),
    'labels.json': await labels.text(),
    'head.f32': await bytesOf(head),
    'vectors.f32': await bytesOf(vectors),
    ...(probes && { 'probes.f32': await bytesOf(probes) }),
  })
}
