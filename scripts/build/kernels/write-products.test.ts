import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compileAssemblyScript } from '../assemblyscript-plugin.ts'
import { productsFolder, productSources } from './write-products.ts'

test.each([...productSources])('%s is what the script writes', (name, source) => {
  expect(readFileSync(path.join(productsFolder, name), 'utf8')).toBe(source)
})

test('the kernels of transformers are 16 kB at most, both modules together', async () => {
  const modules = await Promise.all(
    ['transformer-kernel.as.ts', 'simd-kernel.as.ts'].map((name) =>
      compileAssemblyScript(path.join(productsFolder, name)),
    ),
  )
  expect(modules.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(16_384)
})
