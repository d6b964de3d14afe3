import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compileAssemblyScript } from './assemblyscript-plugin.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assemblyscript-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const write = (name: string, source: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, source)
  return file
}

test('a kernel with SIMD compiles to a module that needs nothing and shows its memory', async () => {
  const helper = write('helper.as.ts', 'export function twice(value: i32): i32 { return value * 2 }')
  const kernel = write(
    'kernel.as.ts',
    `import { twice } from './helper.as'
     export function sum(value: i32): i32 {
       return twice(i32x4.extract_lane(i32x4.add(i32x4.splat(value), i32x4.splat(1)), 3))
     }`,
  )
  const { bytes, sources } = await compileAssemblyScript(kernel)
  const { module, instance } = await WebAssembly.instantiate(Uint8Array.from(bytes))
  expect(WebAssembly.Module.imports(module)).toEqual([])
  expect(instance.exports.memory).toBeInstanceOf(WebAssembly.Memory)
  expect((instance.exports.sum as (value: number) => number)(20)).toBe(42)
  expect([...sources].sort()).toEqual([helper, kernel])
})

test('a mistake is reported with its file, line and column', async () => {
  const kernel = write('kernel.as.ts', 'export function broken(): i32 {\n  return nothing\n}\n')
  await expect(compileAssemblyScript(kernel)).rejects.toMatchObject({
    message: expect.stringContaining(`${kernel}:2:10: Cannot find name 'nothing'.`) as string,
    loc: { file: kernel, line: 2, column: 10 },
    frame: '2 |   return nothing\n             ^',
  })
})

test('a file that is not there is named', async () => {
  await expect(compileAssemblyScript(path.join(folder, 'lost.as.ts'))).rejects.toThrow('lost.as.ts')
})
