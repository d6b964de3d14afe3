import { errors } from './errors'
import { history } from './history'
import { keys, labels, notices, paletteDoor, privacy, shell, units } from './shell'
import { modelLoading } from './model/loading'
import { pictures } from './pictures/pictures'
import { ranking } from './ranking'
import { tags } from './tags'

/**
 * The texts that the page begins with, in English: with those of late parts, as `model/panel.ts`, the shape that the
 * other languages are held to. `{{name}}` stands for a value, `{{count, number}}` for a number that also decides on the
 * plural form (`_one`, `_other`).
 */
export const english = {
  commands: paletteDoor,
  errors,
  history,
  keys,
  labels,
  model: modelLoading,
  notices,
  pictures,
  privacy,
  ranking,
  shell,
  tags,
  units,
} as const
