import type { Translation } from '../translation'
import { about, keys, notices, shell, units } from './shell'
import { commands, history } from './commands'
import { duplicates } from './pictures/duplicates'
import { errors } from './errors'
import { exporting } from './pictures/exporting'
import { incoming } from './pictures/incoming'
import { moving } from './pictures/moving'
import { kept } from './pictures/kept'
import { largeView } from './pictures/large-view'
import { list } from './pictures/list'
import { labels, ranking } from './ranking'
import { live } from './live'
import { map } from './pictures/map'
import { measure, modelFacts } from './model/facts'
import { modelChoice, modelOffer } from './model/choice'
import { modelDownload, modelLoading } from './model/loading'
import { own } from './own'
import { pictures } from './pictures/pictures'
import { privacy } from './privacy'
import { comparison } from './comparison'
import { review } from './review'
import { scores } from './scores'
import { suggestions } from './pictures/suggestions'
import { tags, tagSets } from './tags'

/** Every text in Arabic, standard and plain. Latin in it that holds signs stands between isolates. */
export const arabic: Translation = {
  about,
  commands,
  duplicates,
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
  map,
  measure,
  moving,
  model: { ...modelLoading, ...modelDownload, ...modelChoice, ...modelFacts, ...modelOffer },
  notices,
  own,
  pictures,
  privacy,
  ranking,
  comparison,
  review,
  scores,
  shell,
  suggestions,
  tags,
  tagSets,
  units,
}
