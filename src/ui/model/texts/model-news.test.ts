import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../../core/brands'
import type { ModelPhase } from '../../../core/model/model-phase'
import { createLoadedModel } from '../../../testing/loaded-model'
import { clipSource } from '../../../testing/model-fixtures'
import { createWords } from '../../../words/create-words'
import { modelNews } from './model-news'

const words = createWords().now()
const choice = { source: clipSource, dtype: 'auto', device: 'auto' } as const
const at = (loaded: number): ModelPhase => ({
  kind: 'loading',
  choice,
  previous: null,
  meanwhile: null,
  progress: { stage: 'downloading', loaded: loaded as Bytes, total: 1000 as Bytes },
})

describe('a download', () => {
  it('is told each tenth, and not in between', () => {
    const said = Array.from({ length: 100 }, (_, i) => modelNews(words, at((i + 1) * 10), at(i * 10)))
    const news = said.filter((text) => text !== null)
    expect(news).toHaveLength(9)
    expect(news[3]).toBe('owner/clip, 40 percent downloaded')
  })

  it('that is paused, ready or failed is told once', () => {
    const paused: ModelPhase = {
      kind: 'paused',
      choice,
      previous: null,
      meanwhile: null,
      progress: { stage: 'downloading', loaded: 4 as Bytes, total: null },
    }
    expect(modelNews(words, paused, at(400))).toBe('Download paused')
    const ready: ModelPhase = { kind: 'ready', choice, model: createLoadedModel() }
    expect(modelNews(words, ready, at(1000))).toBe('Model A is ready')
    expect(modelNews(words, ready, ready)).toBeNull()
  })
})
