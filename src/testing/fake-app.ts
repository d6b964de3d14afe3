import { DEFAULT_RULES, type AnswerRules } from '../core/scoring/judge'
import type { Theme } from '../state/app-state'
import { createApp, type RunningApp } from '../state/create-app'
import { createSketchEngine } from './sketch-engine'

interface FakeAppOptions {
  readonly theme?: Theme
  readonly tags?: readonly string[]
  readonly template?: string
  readonly temperature?: number
  readonly rules?: AnswerRules
  readonly welcomed?: boolean
  /** How long a picture takes, in milliseconds; 0 where not given. */
  readonly encodeTime?: (name: string) => number
}

/**
 * The real state over an engine that makes everything up, without workers, network or storage: for component
 * tests and for looking at screens.
 */
export const createFakeApp = ({
  theme = 'system',
  tags = ['car', 'document', 'motorcycle', 'truck', 'person', 'other'],
  template = '{}',
  temperature = 1,
  rules = DEFAULT_RULES,
  welcomed = true,
  encodeTime = () => 0,
}: FakeAppOptions = {}): RunningApp => {
  let count = 0
  return createApp({
    engine: createSketchEngine(encodeTime),
    preferences: {
      read: () => ({
        tags: tags.map((text, hue) => ({ text, hue, threshold: null })),
        theme,
        template,
        temperature,
        rules,
        welcomed,
      }),
      write: () => undefined,
    },
    urls: {
      create: (blob) => URL.createObjectURL(blob),
      revoke: (url) => {
        URL.revokeObjectURL(url)
      },
    },
    newId: () => `fake-${(count += 1)}`,
    now: () => performance.now(),
  })
}
