import { expect, test } from 'vitest'
import { createWords } from '../../words/create-words'
import { describeError } from './describe-error'
import type { TaglensError } from '../../core/errors/taglens-error'

const timeout: TaglensError = { code: 'ENGINE_TIMEOUT', doing: { reading: 'gato.png' }, seconds: 8 }

test.each([
  ['en', 'No answer for 8 seconds while reading gato.png; the engine was restarted.'],
  ['es', 'Sin respuesta durante 8 segundos (leer gato.png); el motor se ha reiniciado.'],
  ['ar', 'لا جواب منذ 8 ثانية (\u2068قراءة \u2068gato.png\u2069\u2069)؛ أُعيد تشغيل المحرك.'],
] as const)('what was being done to a named file is said in %s', async (language, said) => {
  const words = createWords()
  await words.speak(language)
  expect(describeError(words.now(), timeout).what).toBe(said)
})
