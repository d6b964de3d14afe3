import { joinRows } from '../../core/model/picture-encoding'
import { writeOwnFile, type OwnFile } from '../../core/tasks/own/files/own-file'
import type { AppState } from '../../state/app-state'
import { wordModel } from '../../state/model/current-model'
import { jpegHeader } from '../fakes/fake-classifier'

/** What a file of a classifier has of a picture, and what says that it is a picture and is none. */
export const drawSmall = async () => {
  const canvas = new OffscreenCanvas(96, 72)
  canvas.getContext('2d')?.fillRect(0, 0, 96, 72)
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg' })
  return [new Uint8Array(await jpeg.arrayBuffer()), jpegHeader()] as const
}

/** A classifier's file of these pictures, five of each tag, the cars as one moment, with what they look like. */
export const classifierEntries = (state: AppState, small: Awaited<ReturnType<typeof drawSmall>>) => {
  const model = wordModel(state.model)
  const examples = state.pictures.flatMap(({ name, phase }, i) =>
    phase.kind === 'ready' && phase.encoded.kind === 'embedding' && i % 6 < 5
      ? [{ name, sha256: phase.facts.sha256, vector: phase.encoded.embedding, isCar: i < 6 }]
      : [],
  )
  const width = examples[0]?.vector.length ?? 0
  const file: OwnFile = {
    ...{ mode: 'single', width, classes: ['car', 'truck'] },
    model: {
      ...{ id: model?.id ?? '', revision: model?.revision ?? '', recipe: model?.recipe.key ?? '' },
      ...{ dtype: model?.dtype.vision ?? '', device: model?.device ?? '' },
    },
    examples: examples.map(({ name, sha256, isCar }) => ({
      ...{ name, sha256, yes: [isCar ? 0 : 1], no: [] },
      ...(isCar && { group: 'one hold' }),
    })),
    vectors: joinRows(examples.map(({ vector }) => vector)),
    head: { mode: 'single', width, weights: new Float32Array(2 * width), biases: new Float32Array(2) },
    small: new Map(examples.map(({ sha256 }, i) => [sha256, small[i === 0 ? 1 : 0]])),
  }
  return Object.entries(writeOwnFile(file)).map(([path, part]: [string, BlobPart]) => {
    const blob = new Blob([part])
    return { path, size: blob.size, encrypted: false, leadsOut: false, read: () => Promise.resolve(blob) }
  })
}
