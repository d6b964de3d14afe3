import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { catalogue, kindIndex } from './draw/catalogue'
import { colours } from './draw/colours'
import { styles } from './draw/pen'
import { createRng, splits, type Rng } from './draw/prng'
import { halve, rasterise } from './draw/rasterise'
import { composeScene, pickColour, trainingStyles, type SceneFacts } from './draw/scene'

/** Side of the pictures the vision tower sees, in pixels. */
const inputSize = 64
const perShard = 4000

const everyday = ['car', 'document', 'motorcycle', 'truck', 'person'].map(kindIndex)
const doorKinds = ['car door', 'scratched car door'].map(kindIndex)
const shapeKinds = catalogue.flatMap((entry, kind) => (entry.category === 'shape' ? [kind] : []))

/** What to draw for training: mostly one thing, with shapes, counts, doors and the everyday five drawn oftener. */
function trainingFacts(rng: Rng): SceneFacts {
  const style = rng.pick(trainingStyles)
  const share = rng.next()
  if (share < 0.05) return { kind: rng.pick(doorKinds), colour: rng.pick(colours).name, count: 1, style }
  if (share < 0.17) return { kind: rng.pick(shapeKinds), colour: rng.pick(colours).name, count: 1, style }
  const kind =
    share < 0.22 ? rng.pick(everyday) : share < 0.27 ? rng.pick(shapeKinds) : rng.int(catalogue.length)
  const count = share > 0.25 && rng.chance(0.3) ? 2 + rng.int(4) : 1
  return { kind, colour: pickColour(kind, rng), count, style }
}

/** One byte each: kind, colour, count, style. The trainer reads these beside the pixels. */
function factsToBytes(facts: SceneFacts): readonly number[] {
  return [
    facts.kind,
    colours.findIndex((colour) => colour.name === facts.colour),
    facts.count,
    styles.indexOf(facts.style),
  ]
}

/** Writes one shard: `NAME.rgb` (pictures end to end) and `NAME.facts` (four bytes a picture). */
async function renderShard(folder: string, split: number, shard: number): Promise<void> {
  const pictures = new Uint8Array(perShard * inputSize * inputSize * 3)
  const facts = new Uint8Array(perShard * 4)
  for (let i = 0; i < perShard; i++) {
    // The rasteriser frees its memory between turns of the event loop only: without this, 2 MB a second stay.
    if (i % 20 === 0) await setImmediate()
    const rng = createRng(shard * perShard + i, split)
    const scene = composeScene(trainingFacts(rng), rng)
    pictures.set(halve(rasterise(scene.svg, inputSize * 2)).rgb, i * inputSize * inputSize * 3)
    facts.set(factsToBytes(scene), i * 4)
  }
  const name = join(folder, `${split}-${String(shard).padStart(4, '0')}`)
  writeFileSync(`${name}.facts`, facts)
  writeFileSync(`${name}.part`, pictures)
  // Renamed last: a trainer that is already running never sees half a shard.
  renameSync(`${name}.part`, `${name}.rgb`)
}

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'node_modules/.cache/mini' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '40' },
    step: { type: 'string', default: '1' },
  },
})
mkdirSync(values.out, { recursive: true })
if (Number(values.from) === 0) await renderShard(values.out, splits.validation, 0)
for (let shard = Number(values.from); shard < Number(values.to); shard += Number(values.step)) {
  const started = performance.now()
  await renderShard(values.out, splits.training, shard)
  const rate = (perShard * 1000) / (performance.now() - started)
  console.log(`shard ${shard}: ${rate.toFixed(0)} pictures a second`)
}
