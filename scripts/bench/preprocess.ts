/**
 * `npm run bench:pixels`: how long a 12-megapixel picture takes from RGBA to the model's tensor, SIMD beside the
 * plain version, turn and turn about in one run, since a shared machine is never equally busy twice.
 *
 * Node's V8 is older than the browser's; the kernel is the same WebAssembly.
 */
import path from 'node:path'
import { pixelsToTensor } from '../../src/core/pixels/pixels-to-tensor.ts'
import { resizeCrop } from '../../src/core/pixels/resize/resize-crop.ts'
import { planResize } from '../../src/core/pixels/resize/resize-plan.ts'
import type { Recipe } from '../../src/core/pixels/recipe.ts'
import { createPreprocessor } from '../../src/engine/pixels/picture-preprocessor.ts'
import { type PixelSource, pixelsInMemory } from '../../src/engine/pixels/pixel-source.ts'
import { pixelPattern } from '../../src/testing/pixels/pixel-pattern.ts'
import { compileAssemblyScript } from '../build/assemblyscript-plugin.ts'
import { median } from './statistics.ts'

const ROUNDS = 15
const WIDTH = 4000
const HEIGHT = 3000

const recipe: Recipe = {
  key: 'bench',
  fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const printRow = (name: string, [first = NaN, ...rest]: readonly number[]): void => {
  const [middle, least] = [median(rest), Math.min(...rest)].map((ms) => `${ms.toFixed(1)} ms`.padStart(9))
  console.log(`${name.padEnd(24)} median ${middle}   least ${least}   first ${first.toFixed(1)} ms`)
}

const kernelFile = path.join(import.meta.dirname, '../../src/engine/pixels/resize-kernel.as.ts')
const compiled = await compileAssemblyScript(kernelFile)
const preprocessor = createPreprocessor(new Uint8Array(compiled.bytes))
const { signal } = new AbortController()

const rgba = pixelPattern(WIDTH, HEIGHT)
const uprightPicture = pixelsInMemory(rgba, WIDTH, HEIGHT, { opaque: true })
const turnedPicture: PixelSource = {
  ...uprightPicture,
  ...{ width: HEIGHT, height: WIDTH, orientation: { rotation: 90, flip: false } },
}

const plain = (): Float32Array => {
  const plan = planResize(WIDTH, HEIGHT, recipe.fit)
  return pixelsToTensor(resizeCrop(rgba, WIDTH, HEIGHT, plan, recipe.resample), recipe)
}

const times = { upright: [] as number[], turned: [] as number[], plain: [] as number[] }
for (let round = 0; round <= ROUNDS; round++) {
  times.upright.push(await timed(() => preprocessor.preprocess(uprightPicture, recipe, signal)))
  times.turned.push(await timed(() => preprocessor.preprocess(turnedPicture, recipe, signal)))
  times.plain.push(await timed(plain))
}
console.log(`${WIDTH} x ${HEIGHT} RGBA to a 224 x 224 tensor, bicubic, ${ROUNDS} rounds`)
printRow('SIMD', times.upright)
printRow('SIMD, stored on its side', times.turned)
printRow('plain TypeScript', times.plain)
