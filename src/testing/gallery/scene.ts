import type { FakeAppOptions } from '../fakes/fake-app'
import { sketchPicture } from '../sketch/sketch-pictures'
import type { Stage } from './stage'

/** A screen that somebody may stand before, and how the app gets there. */
export interface Scene {
  readonly name: string
  /** What is there before the page opens. */
  readonly options?: FakeAppOptions
  readonly reach?: (stage: Stage) => unknown
  /** A phone has no such screen. */
  readonly wideOnly?: true
  /** Looked at in the other languages too: longer texts, and lines from right to left. */
  readonly translated?: true
}

/** A model for drawings only. Names decide how they come and run: `testing/sketch/sketch-engine.ts`. */
export const MINI = 'owner/mini'

/** Adds a drawing for each name. `….jpg` is a photograph to Mini, `broken…` and `huge…` fail. */
export const addNamed = async ({ app, whenIdle }: Stage, names: readonly string[]): Promise<void> => {
  app.actions.addPictures(names.map((name, i) => sketchPicture(50 + i, name)))
  await whenIdle()
}

/** Adds so many drawings, the same at each time. */
export const addDrawings = async ({ app, whenIdle }: Stage, count: number): Promise<void> => {
  app.actions.addPictures(Array.from({ length: count }, (_, i) => sketchPicture(i + 1)))
  await whenIdle()
}

/** A drawing more than twice as wide as it is high. */
export const wideSketch = (): File => sketchPicture(2, 'car, wide.png')
