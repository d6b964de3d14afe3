import { expect, it } from 'vitest'
import { mayShareOrigin } from './shared-origin'

it.each([
  ['somebody.github.io', '/taglens/', true],
  ['somebody.github.io', '/', true],
  ['somebody.gitlab.io', '/taglens/', true],
  ['tools.example', '/taglens/', true],
  ['taglens.example', '/', false],
  ['github.io.example', '/', false],
])('other pages may lie on the origin of %s%s: %s', (hostname, path, shares) => {
  expect(mayShareOrigin(hostname, path)).toBe(shares)
})
