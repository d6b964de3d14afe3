import { errors } from './errors'
import { history } from './history'
import { keys } from './keys/names'
import { labels } from './labels/column'
import { modelLoading } from './model/loading'
import { notices } from './notices'
import { pictures } from './pictures/pictures'
import { privacy } from './privacy/page'
import { ranking } from './ranking'
import { paletteDoor, shell } from './shell'
import { tags } from './tags'
import { units } from './units'

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
