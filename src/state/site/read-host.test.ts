import { describe, expect, it } from 'vitest'
import { readHost } from './read-host'

describe('a hub’s address', () => {
  it.each([
    ['https://huggingface.co', 'https://huggingface.co'],
    [' https://huggingface.co/ ', 'https://huggingface.co'],
    ['hub.example', 'https://hub.example'],
    ['localhost:8080', 'https://localhost:8080'],
    ['http://10.0.0.1:8080/models/', 'http://10.0.0.1:8080/models'],
  ])('%j is read as %s', (typed, host) => {
    expect(readHost(typed)).toBe(host)
  })

  it.each([
    '',
    '   ',
    'ftp://hub.example',
    'javascript:alert(1)',
    'https://me:secret@hub.example',
    'https://h/?a',
  ])('%j is none', (typed) => {
    expect(readHost(typed)).toBeNull()
  })
})
