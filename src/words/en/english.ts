import { about } from './about'
import { errors } from './errors'
import { history } from './history'
import { keys } from './keys'
import { labels } from './labels'
import { measure } from './measure'
import { modelLoading } from './model/loading'
import { notices } from './notices'
import { pictures } from './pictures'
import { privacy } from './privacy/page'
import { ranking } from './ranking'
import { paletteDoor, shell } from './shell'
import { tagSets } from './tag-sets'
import { tags } from './tags'
import { units } from './units'

/**
 * The texts that the page begins with, in English: with those of late parts, as `model/panel.ts`, the shape that the
 * other languages are held to. `{{name}}` stands for a value, `{{count, number}}` for a number that also decides on the
 * plural form (`_one`, `_other`).
 */
export const english = {
  about,
  commands: paletteDoor,
  errors,
  history,
  keys,
  labels,
  measure,
  model: modelLoading,
  notices,
  pictures,
  privacy,
  ranking,
  shell,
  tags,
  tagSets,
  units,
} as const
