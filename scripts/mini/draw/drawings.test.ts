import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { looksPhotographic } from '../../../src/core/pixels/looks-photographic'
import { catalogue } from './catalogue'
import { styles } from './pen'
import { createRng, splits } from './prng'
import { rasteriseRgba } from './rasterise'
import { composeScene, pickColour } from './scene'

const SIDE = 256

it('at most two in a hundred of the built-in model’s drawings are taken for photographs', async () => {
  let taken = 0
  for (let i = 0; i < 500; i += 1) {
    // The rasteriser frees its memory between turns of the event loop only.
    if (i % 20 === 0) await setImmediate()
    const rng = createRng(77_000_000 + i, splits.evaluation)
    const kind = rng.int(catalogue.length)
    const style = rng.pick(styles)
    const facts = { kind, colour: pickColour(kind, rng), count: rng.chance(0.3) ? 3 : 1, style }
    const rgba = rasteriseRgba(composeScene(facts, rng).svg, SIDE)
    if (looksPhotographic(new Uint8Array(rgba), SIDE, 'PNG')) taken += 1
  }
  expect(taken).toBeLessThanOrEqual(10)
})
