import { expect, test } from 'vitest'
import { formatGoldens, readGoldens } from './golden-file.ts'

test('vectors come back from the file as directions, near to the sixth decimal', () => {
  const text = formatGoldens(
    new Map([
      ['b', [Float32Array.of(3, 4), Float32Array.of(0, 2)]],
      ['a', [Float32Array.of(1, 1)]],
    ]),
  )
  const back = readGoldens(text)
  expect([...back.keys()]).toEqual(['a', 'b'])
  expect(back.get('b')?.map((vector) => [...vector].map((value) => Number(value.toFixed(5))))).toEqual([
    [0.6, 0.8],
    [0, 1],
  ])
})

test('an entry that is no list of vectors is left out, and the others stay', () => {
  const text = JSON.stringify({ good: [[1, 0]], words: 'none', empty: [], zero: [[0, 0]], mixed: [[1, 'a']] })
  expect([...readGoldens(text).keys()]).toEqual(['good'])
  expect(readGoldens('').size).toBe(0)
})
