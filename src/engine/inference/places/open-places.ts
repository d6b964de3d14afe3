import { graftTower, PLACES_OUTPUT, withGraft } from '../../../core/model/onnx/graft/graft-tower'
import { readOnnx } from '../../../core/model/onnx/onnx-graph'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { done, type Outcome } from '../../../core/errors/outcome'
import { gridOf } from '../../../core/question/regions/places'
import { cosine, toUnitVector } from '../../../core/question/scoring/cosine'
import type { PlacesRefusal, SeenPlaces } from '../../../protocol/seen-places'
import { openGraph, readGraph } from '../../hub/graph-files'
import { createProgressMeter } from '../../hub/progress-meter'
import { createPictureRun } from '../picture-run'
import { splitRows } from '../split-embeddings'
import type { RunningModel } from '../task-loader'

/** A second session of a model, whose graph gives vectors of places too. */
export interface PlacesSession {
  /** What it makes of the places of prepared pictures, one run each. */
  see(tensors: readonly Float32Array<ArrayBuffer>[]): Promise<Outcome<SeenPlaces>>
  close(): Promise<void>
}

/** How alike a whole picture must be by the graft and by the model: far above what another graph would give. */
const LEAST_COSINE = 0.999

const refuse = (code: PlacesRefusal['code'], detail: string): SeenPlaces => ({
  kind: 'refused',
  refusal: { code, detail },
})

/** A session that was not to be had, and says why each time. */
const refused = (code: PlacesRefusal['code'], detail: string): PlacesSession => ({
  see: () => Promise.resolve(done(refuse(code, detail))),
  close: () => Promise.resolve(),
})

const numbersOf = (encoding: PictureEncoding | undefined) =>
  toUnitVector(encoding?.kind === 'embedding' ? encoding.embedding : (encoding?.logits ?? []))

const isSame = (a: PictureEncoding | undefined, b: PictureEncoding | undefined): boolean => {
  const [one, other] = [numbersOf(a), numbersOf(b)]
  return one !== null && one.length === other?.length && cosine(one, other) >= LEAST_COSINE
}

/**
 * Reads the model's graph again, grafts it and opens it beside the session that ranks, on the same device. What comes of
 * it is the model's answer and not a failure where the graph is not known, or not taken.
 */
export const openPlaces = async (
  model: RunningModel,
  signal: AbortSignal,
): Promise<Outcome<PlacesSession>> => {
  const { runtime, facts, sight } = model
  const meter = createProgressMeter(() => undefined)
  const opening = openGraph(sight.reader, sight.graph, [facts.dtype.vision], signal)
  const read = await readGraph(sight.reader, opening, meter, signal)
  if (read.kind !== 'done') return read
  const graph = read.value

  const { inputs, outputs } = readOnnx(graph.bytes)
  const outer = sight.portsOf({ inputNames: inputs, outputNames: [...outputs.keys()], inputMetadata: [] })
  if (outer.kind !== 'done') return outer
  const graft = graftTower(graph.bytes, outer.value.output)
  if (graft.kind === 'refused') return done(refused(graft.code, graft.detail))

  const grown = { ...graph, bytes: withGraft(graph.bytes, graft.addition) }
  const opened = await runtime.openSession(grown, 'device')
  if (opened.kind === 'failed' && ['MODEL_CORRUPT', 'OUT_OF_MEMORY'].includes(opened.error.code))
    return done(refused('NOT_OPENED', JSON.stringify(opened.error)))
  if (opened.kind !== 'done') return opened
  const session = opened.value
  const close = () => runtime.closeSession(session)

  const ports = sight.portsOf({
    inputNames: session.inputNames,
    outputNames: session.outputNames.filter((name) => name !== PLACES_OUTPUT),
    inputMetadata: session.inputMetadata,
  })
  if (ports.kind !== 'done') {
    await close()
    return ports
  }
  const { batch } = ports.value
  if (batch !== null && batch !== 1) {
    await close()
    return done(refused('FIXED_BATCH', String(batch)))
  }
  const run = createPictureRun(
    runtime.ort,
    session,
    { ...ports.value, output: PLACES_OUTPUT },
    facts.recipe,
    {
      ...{ batches: [], lock: runtime.lock, fault: null },
    },
  )
  let isProven = false

  /** `null` where they are not to be trusted. */
  const seeOne = async (
    tensor: Float32Array<ArrayBuffer>,
  ): Promise<Outcome<readonly PictureEncoding[] | null>> => {
    const output = await run([tensor])
    const rows = splitRows(output, output?.dims[0] ?? 0, sight.toEncoding)
    // Numbers of a graft that say nothing are the graft's fault, and no reason to blame the device.
    if (rows.kind !== 'done') return done(null)
    const [whole, ...places] = rows.value
    if (isProven) return done(places)
    const plain = await model.encodePictures([tensor])
    if (plain.kind !== 'done') return plain
    isProven = isSame(whole, plain.value[0])
    return done(isProven ? places : null)
  }

  return done({
    close,
    see: async (tensors) => {
      const pictures: (readonly PictureEncoding[])[] = []
      for (const tensor of tensors) {
        const places = await seeOne(tensor)
        if (places.kind !== 'done') return places
        if (!places.value) return done(refuse('NOT_THE_SAME', graft.places))
        pictures.push(places.value)
      }
      const { width, height } = facts.recipe.fit
      const count = pictures[0]?.length ?? 0
      const grid = gridOf(count, width, height)
      if (!grid) return done(refuse('NO_GRID', String(count)))
      return done({ kind: 'seen', grid, sense: graft.places === 'cells' ? 'without' : 'there', pictures })
    },
  })
}
