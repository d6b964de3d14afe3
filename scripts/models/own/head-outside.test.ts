import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm'
import { clouds } from '../../../src/testing/clouds.ts'
import { headProbabilities, type Head } from '../../../src/core/tasks/own/head.ts'
import { firstChoice, fitHead } from '../../../src/core/tasks/own/train.ts'
import { headToCode } from '../../../src/core/tasks/own/files/head-code.ts'
import { headToOnnx } from '../../../src/core/tasks/own/files/onnx-head.ts'

const set = clouds({ width: 32 })
const single = fitHead(set, firstChoice(set))
const heads: readonly Head[] = [single, { ...single, mode: 'multi' }]
const classes = ['ok', 'not "ok"', 'дверь\\']
const model = { id: 'some/model', revision: 'abc\nimport os', recipe: 'clip', dtype: 'q8' }

/** As a tower gives them: of any length. */
const embeds = set.vectors.map((value, i) => value * (2 + (Math.floor(i / 32) % 3)))
const rows = Array.from({ length: set.truth.length }, (_, i) => [...embeds.subarray(i * 32, (i + 1) * 32)])

const furthest = (values: ArrayLike<number>, head: Head): number => {
  const ours = headProbabilities(head, set.vectors)
  expect(values).toHaveLength(ours.length)
  return ours.reduce((most, p, i) => Math.max(most, Math.abs(p - (values[i] ?? NaN))), 0)
}

/** Whether there is a NumPy to ask. */
const hasNumpy = (() => {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' })
    return true
  } catch {
    console.log('skipped: python3 has no numpy to compare a head with')
    return false
  }
})()

describe.each(heads)('a head outside of the page, $mode', (head) => {
  it('answers the same in ONNX Runtime', async () => {
    env.wasm.numThreads = 1
    const session = await InferenceSession.create(headToOnnx(head))
    const input = new Tensor('float32', embeds, [set.truth.length, 32])
    const { probabilities } = await session.run({ image_embeds: input })
    expect(session.inputNames).toEqual(['image_embeds'])
    expect(furthest(probabilities?.data as Float32Array, head)).toBeLessThan(1e-6)
    await session.release()
  })

  it('answers the same as JavaScript', async () => {
    const code = headToCode('javascript', head, classes, model)
    const written = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
      classes: readonly string[]
      predict(row: readonly number[]): readonly number[]
    }
    expect(written.classes).toEqual(classes)
    expect(furthest(rows.flatMap(written.predict), head)).toBeLessThan(1e-6)
  })

  it('answers the same in NumPy', (context) => {
    if (!hasNumpy) context.skip('no Python with NumPy is here')
    const code = headToCode('python', head, classes, model)
    const program = `${code}\nimport json, sys\nprint(json.dumps([classes, predict(json.load(sys.stdin)).ravel().tolist()]))\n`
    const [names, values] = JSON.parse(
      execFileSync('python3', ['-c', program], { input: JSON.stringify(rows), encoding: 'utf8' }),
    ) as [readonly string[], readonly number[]]
    expect(names).toEqual(classes)
    expect(furthest(values, head)).toBeLessThan(1e-6)
  })
})
