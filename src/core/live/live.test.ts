import { describe, expect, it } from 'vitest'
import type { PictureEncoding } from '../model/picture-encoding'
import { cosine, toUnitVector } from '../question/scoring/cosine'
import { toClassLogits } from '../tasks/fixed-labels/class-logits'
import { frameName, frameRate, frameTimes, MOST_FRAMES } from './frame-times'
import { type HeldFrame, holdsFrame } from './hold-rule'
import { EMPTY_MEMORY, keepsFrame, type KeepWhen } from './keep-rule'
import { type SeenFrame, steadyEncoding } from './steady-encoding'

const embedding = (...values: number[]): PictureEncoding => {
  const vector = toUnitVector(values)
  if (!vector) throw new Error('no direction')
  return { kind: 'embedding', embedding: vector }
}
const classes = (...values: number[]): PictureEncoding => {
  const logits = toClassLogits(new Float32Array(values))
  if (!logits) throw new Error('no logits')
  return { kind: 'classes', logits }
}
const cat = embedding(1, 0, 0)
const dog = embedding(0, 1, 0)

/** Ten frames a second: the cat until `change`, in milliseconds, then the dog until `end`. */
const catThenDog = (change: number, end: number): SeenFrame[] =>
  Array.from({ length: end / 100 + 1 }, (_, i) => ({ encoding: i * 100 < change ? cat : dog, at: i * 100 }))

const closer = (steady: PictureEncoding | null): 'cat' | 'dog' => {
  if (steady?.kind !== 'embedding' || cat.kind !== 'embedding' || dog.kind !== 'embedding')
    throw new Error('no embedding')
  return cosine(steady.embedding, cat.embedding) > cosine(steady.embedding, dog.embedding) ? 'cat' : 'dog'
}

describe('the steadied verdict', () => {
  it('is the frame itself where there is but one, or nothing changes', () => {
    expect(steadyEncoding([])).toBeNull()
    expect(steadyEncoding(catThenDog(5000, 0))).toBe(cat)
    expect(steadyEncoding(catThenDog(5000, 3000))).toBe(cat)
  })

  it('does not follow a frame or two, and follows what stays', () => {
    expect(closer(steadyEncoding(catThenDog(2000, 2100)))).toBe('cat')
    expect(closer(steadyEncoding(catThenDog(2000, 2400)))).toBe('dog')
  })

  it('has forgotten what was a second ago', () => {
    expect(steadyEncoding(catThenDog(2000, 3000))).toBe(dog)
  })

  it('averages the logits of a classifier, and never two kinds', () => {
    const seen = [
      { encoding: cat, at: 0 },
      { encoding: classes(4, 0), at: 0 },
      { encoding: classes(0, 3), at: 500 },
    ]
    const steady = steadyEncoding(seen)
    expect(steady?.kind === 'classes' && [...steady.logits]).toEqual([
      expect.closeTo((4 * 0.5) / 1.5, 5),
      expect.closeTo(3 / 1.5, 5),
    ])
  })
})

describe('the rate', () => {
  it('is not told of two frames', () => {
    expect(frameRate([0, 50])).toBeNull()
  })
  it('counts gaps, not frames', () => {
    expect(frameRate([0, 100, 200, 300, 400])).toBe(10)
  })
})

describe('frames that are kept by themselves', () => {
  const keptOf = (when: KeepWhen, answers: readonly (readonly string[])[], gap = 1000) => {
    let memory = EMPTY_MEMORY
    return answers.map((now, i) => {
      const next = keepsFrame(memory, now, when, i * gap)
      memory = next.memory
      return next.keeps
    })
  }
  it('are those in which a label becomes an answer, once as long as it stays', () => {
    expect(keptOf('any', [[], ['cat'], ['cat'], ['dog'], []])).toEqual([false, true, false, true, false])
  })
  it('are only those of the label that is watched', () => {
    expect(keptOf({ id: 'dog' }, [['cat'], ['cat', 'dog'], ['dog']])).toEqual([false, true, false])
    expect(keptOf('never', [['cat'], ['dog']])).toEqual([false, false])
  })
  it('do not come again and again of a model that changes its mind', () => {
    const flickering = [['cat'], [], ['cat'], [], ['cat'], []]
    expect(keptOf('any', flickering, 100).filter(Boolean)).toHaveLength(1)
    expect(keptOf('any', flickering, 2000).filter(Boolean)).toHaveLength(3)
  })
})

describe('frames of a video at an interval', () => {
  it('begin with the first and end before the end', () => {
    expect(frameTimes(2, 0.5)).toEqual([0, 0.5, 1, 1.5])
    expect(frameTimes(2.1, 1)).toEqual([0, 1, 2])
    expect(frameTimes(0.3, 5)).toEqual([0])
  })
  it('are none where no one knows how long it is, and never more than the limit', () => {
    expect(frameTimes(Number.POSITIVE_INFINITY, 1)).toEqual([])
    expect(frameTimes(Number.NaN, 1)).toEqual([])
    expect(frameTimes(1e6, 0.2)).toHaveLength(MOST_FRAMES)
  })
  it('are named by their time', () => {
    expect(frameName('my trip.mov', 3665.25)).toBe('my trip/01.01.05.250.jpg')
  })
})

describe('a tag that is held', () => {
  const toward = (angle: number) => {
    const vector = toUnitVector([Math.cos(angle), Math.sin(angle), 0])
    if (!vector) throw new Error('no direction')
    return vector
  }
  /** How many frames are kept of so many a second, each turned by so much from the one before. */
  const kept = (rate: number, seconds: number, turn: number): number => {
    let [last, count]: [HeldFrame | null, number] = [null, 0]
    for (let i = 0; i <= rate * seconds; i += 1) {
      const frame = { embedding: toward(i * turn), at: (i * 1000) / rate }
      if (!holdsFrame(last, frame)) continue
      last = frame
      count += 1
    }
    return count
  }

  it('keeps the first frame at once, then four a second at most', () => {
    expect(kept(30, 0, 0)).toBe(1)
    expect(kept(20, 2, 0.5)).toBe(9)
    expect(kept(2, 2, 0.5)).toBe(5)
  })

  it('leaves out frames that look the same, however long it is held', () => {
    expect(kept(20, 10, 0)).toBe(1)
    // A slow turn is kept whenever it has gone far enough.
    expect(kept(20, 10, 0.001)).toBe(2)
  })
})
