import { describe, expect, it } from 'vitest'
import type { Probability } from '../../brands'
import { isSure } from './is-sure'

const tag = (share: number | null, accepted: boolean, isRest = false) => ({
  probability: share as Probability | null,
  accepted,
  isRest,
})

describe('isSure', () => {
  it.each([
    ['a tag with more than half', [tag(0.93, true), tag(0.07, false)], true],
    ['“other” that is ahead with a third', [tag(0.35, true, true), tag(0.3, false), tag(0.2, false)], false],
    ['“other” with nearly all', [tag(0.97, true, true), tag(0.03, false)], true],
    ['a tag that is ahead with a third', [tag(0.35, true), tag(0.33, false), tag(0.32, false)], false],
    ['several tags that share most of it', [tag(0.4, true), tag(0.35, true), tag(0.25, false)], true],
    ['a tag of a model without shares', [tag(null, true), tag(null, false)], true],
    ['“other” of a model without shares', [tag(null, true, true), tag(null, false)], false],
    ['no answer', [tag(0.6, false), tag(0.4, false)], false],
  ])('%s', (_, ranking, sure) => {
    expect(isSure(ranking)).toBe(sure)
  })
})
