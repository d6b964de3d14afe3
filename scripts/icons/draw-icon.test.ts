import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readImageHeader } from '../../src/core/pixels/header/read-image-header'
import { drawIcon, icons } from './draw-icon.ts'

const folder = path.join(import.meta.dirname, '../../public')

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[]
  readonly screenshots: readonly { readonly src: string; readonly sizes: string }[]
}

const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.webmanifest'), 'utf8')) as Manifest

test.each(icons)('$file is the mark as it is now (npm run icons)', (icon) => {
  expect(readFileSync(path.join(folder, 'icons', icon.file)).equals(drawIcon(icon))).toBe(true)
})

describe('the manifest', () => {
  test.each([...manifest.icons, ...manifest.screenshots])('says the size of $src', ({ src, sizes }) => {
    const header = readImageHeader(readFileSync(path.join(folder, src)))
    const [width, height] = sizes.split('x').map(Number)
    expect(header).toMatchObject({ kind: 'sized', width, height })
  })

  test('has icons of both purposes, small and large', () => {
    expect(manifest.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`).sort()).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 192x192',
      'maskable 512x512',
    ])
  })
})
