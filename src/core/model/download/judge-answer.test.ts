import { expect, it } from 'vitest'
import { judgeAnswer, type Answer, type Asked } from './judge-answer'

const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  redirected: false,
  header: (name) => headers[name] ?? null,
})
const fresh: Asked = { from: 0, etag: null, size: 1000, lenient: false, pinned: false }
const begun: Asked = { from: 400, etag: '"a"', size: 1000, lenient: false, pinned: false }
const rest = { 'content-range': 'bytes 400-999/1000', etag: '"a"' }

it.each<[string, Answer, Asked, string]>([
  ['the whole file', answer(200, { 'content-length': '1000' }), fresh, 'begin'],
  ['the whole file in place of its rest', answer(200), begun, 'begin'],
  [
    'a page in place of the file',
    answer(200, { 'content-type': 'text/html; charset=utf-8' }),
    fresh,
    'absent',
  ],
  ['another length', answer(200, { 'content-length': '999' }), fresh, 'wrong-length'],
  ['another length of text', answer(200, { 'content-length': '99' }), { ...fresh, lenient: true }, 'begin'],
  [
    'the length of a compressed body',
    answer(200, { 'content-length': '99', 'content-encoding': 'gzip' }),
    fresh,
    'begin',
  ],
  ['the rest', answer(206, rest), begun, 'append'],
  ['the rest, from a host that shows no headers', answer(206), begun, 'append'],
  [
    'the rest under another name of a version whose hash is known',
    answer(206, { ...rest, etag: '"b"' }),
    { ...begun, pinned: true },
    'append',
  ],
  ['the rest of another version', answer(206, { ...rest, etag: '"b"' }), begun, 'forget'],
  [
    'the rest of a file of another length',
    answer(206, { ...rest, 'content-range': 'bytes 400-899/900' }),
    begun,
    'wrong-length',
  ],
  ['another part', answer(206, { ...rest, 'content-range': 'bytes 0-999/1000' }), begun, 'forget'],
  ['no more bytes', answer(416, { 'content-range': 'bytes */400' }), { ...begun, size: null }, 'complete'],
  [
    'no more bytes where more were announced',
    answer(416, { 'content-range': 'bytes */400' }),
    begun,
    'wrong-length',
  ],
  ['fewer bytes than are there', answer(416, { 'content-range': 'bytes */300' }), begun, 'forget'],
  ['no such file', answer(404), fresh, 'absent'],
  ['a file that is gone', answer(410), fresh, 'absent'],
  ['a refusal', answer(503), fresh, 'fault'],
])('%s', (_, given, asked, kind) => {
  expect(judgeAnswer(given, asked, 0).kind).toBe(kind)
})
