import type { Translation } from '../translation'
import { about, keys, notices, shell, units } from './shell'
import { commands } from './commands'
import { errors } from './errors'
import { history } from './history'
import { exporting, incoming } from './pictures/incoming'
import { kept } from './pictures/kept'
import { largeView } from './pictures/large-view'
import { list } from './pictures/list'
import { labels } from './labels'
import { live } from './live'
import { measure, modelFacts } from './model/facts'
import { modelChoice, modelOffer } from './model/choice'
import { modelDownload } from './model/download'
import { modelLoading } from './model/loading'
import { own } from './own'
import { pictures } from './pictures/pictures'
import { privacy } from './privacy'
import { ranking } from './ranking'
import { scores } from './scores'
import { tags, tagSets } from './tags'

/** Every text in Arabic, standard and plain. Latin in it that holds signs stands between isolates. */
export const arabic: Translation = {
  about,
  commands,
  errors,
  exporting,
  history,
  incoming,
  kept,
  largeView,
  list,
  keys,
  labels,
  live,
  measure,
  model: { ...modelLoading, ...modelDownload, ...modelChoice, ...modelFacts, ...modelOffer },
  notices,
  own,
  pictures,
  privacy,
  ranking,
  scores,
  shell,
  tags,
  tagSets,
  units,
}
