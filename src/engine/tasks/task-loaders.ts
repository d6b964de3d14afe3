import type { TaskLoader } from '../inference/task-loader'
import { classifierLoader } from './fixed-labels/load-classifier'
import { towersLoader } from './zero-shot/load-towers'

/** Every task that a model can be for. This is where `engine` lists them. */
const loaders: readonly TaskLoader[] = [classifierLoader, towersLoader]

/** The one that reads a model of this `config.json`. What no other knows goes to towers, whose reader says what is wrong. */
export const loaderFor = (config: unknown): TaskLoader =>
  loaders.find(({ recognises }) => recognises(config)) ?? towersLoader
