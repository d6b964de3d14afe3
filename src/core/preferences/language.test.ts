import { expect, it } from 'vitest'
import { chooseLanguage } from './language'

it.each([
  ['the first that we have', ['ca', 'es', 'en'], 'es'],
  ['a regional variety by its language', ['es-MX', 'en-US'], 'es'],
  ['a script subtag as well', ['ar-Arab-EG'], 'ar'],
  ['whatever the case', ['AR-sa'], 'ar'],
  ['English where none fits', ['fr', 'de-AT'], 'en'],
  ['English where the browser says nothing', [], 'en'],
  ['no language by its first letters alone', ['est', 'arn'], 'en'],
])('the browser decides: %s', (_what, wanted, language) => {
  expect(chooseLanguage(null, wanted)).toBe(language)
})

it('what the person chose wins over the browser', () => {
  expect(chooseLanguage('ar', ['es'])).toBe('ar')
})
