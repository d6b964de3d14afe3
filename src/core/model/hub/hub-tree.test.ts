import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextPage, parseHubRevision, parseHubTree } from './hub-tree'

const sha1 = 'a'.repeat(40)
const sha256 = 'b'.repeat(64)

describe('parseHubTree', () => {
  it('takes the hash of a large file and not that of its pointer', () => {
    expect(
      parseHubTree([
        { type: 'directory', oid: sha1, size: 0, path: 'onnx' },
        { type: 'file', oid: sha1, size: 4519, path: 'config.json' },
        {
          type: 'file',
          oid: sha1,
          size: 135,
          lfs: { oid: sha256, size: 352_000_000, pointerSize: 135 },
          path: 'onnx/model.onnx',
        },
      ]),
    ).toEqual([
      { path: 'config.json', size: 4519, hash: { algorithm: 'git-sha1', hex: sha1 } },
      { path: 'onnx/model.onnx', size: 352_000_000, hash: { algorithm: 'sha256', hex: sha256 } },
    ])
  })

  it.each(['../config.json', '/etc/passwd', 'onnx\\model.onnx', 'a//b', ''])('leaves out %j', (path) => {
    expect(parseHubTree([{ type: 'file', oid: sha1, size: 1, path }])).toEqual([])
  })

  it('survives whatever a host sends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const file of parseHubTree(json) ?? []) expect(file.path).not.toBe('')
      }),
    )
  })
})

it('parseHubRevision reads a commit and nothing else', () => {
  expect(parseHubRevision({ sha: sha1 })).toBe(sha1)
  for (const json of [{ sha: 'main' }, {}, null, 'x']) expect(parseHubRevision(json)).toBeNull()
})

it.each([
  ['<https://hub.example/api/tree?cursor=x>; rel="next"', 'https://hub.example/api/tree?cursor=x'],
  ['<https://a.example/1>; rel="prev", <https://a.example/3>; rel="next"', 'https://a.example/3'],
  ['<https://a.example/1>; rel="prev"', null],
  [null, null],
])('nextPage of %s', (link, page) => {
  expect(nextPage(link)).toBe(page)
})
