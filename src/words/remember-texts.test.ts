import { expect, it } from 'vitest'
import { rememberTexts } from './remember-texts'

it('makes each text once, told apart by key and by values', () => {
  let made = 0
  const t = rememberTexts((key, values) => `${key} ${JSON.stringify(values)} ${(made += 1)}`)
  const texts = [t('a', undefined), t('a', { n: 1 }), t('a', { n: '1' }), t('b', { n: 1 })]
  expect(new Set(texts).size).toBe(4)
  expect(t('a', { n: 1 })).toBe(texts[1])
  expect(made).toBe(4)
})

it('does not grow without end', () => {
  let made = 0
  const t = rememberTexts((_, values) => `${values?.n ?? ''} ${(made += 1)}`)
  const first = t('a', { n: 0 })
  for (let n = 1; n <= 5000; n += 1) t('a', { n })
  expect(t('a', { n: 0 })).not.toBe(first)
})
