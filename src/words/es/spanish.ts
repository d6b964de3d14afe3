import type { Translation } from '../translation'
import { about } from './about'
import { commands } from './commands'
import { errors } from './errors'
import { history } from './history'
import { exporting, incoming } from './pictures/incoming'
import { kept } from './pictures/kept'
import { largeView } from './pictures/large-view'
import { list } from './pictures/list'
import { keys } from './keys'
import { labels } from './labels'
import { live } from './live'
import { measure } from './model/measure'
import { modelChoice } from './model/choice'
import { modelDownload } from './model/download'
import { modelFacts } from './model/facts'
import { modelLoading } from './model/loading'
import { modelOffer } from './model/offer'
import { notices } from './notices'
import { own } from './own'
import { pictures } from './pictures/pictures'
import { privacy } from './privacy'
import { ranking } from './ranking'
import { scores } from './scores'
import { shell } from './shell'
import { tagSets } from './tag-sets'
import { tags } from './tags'
import { units } from './units'

/** Every text in Spanish. It speaks to the person as `tú`; a model is masculine, an image and a tag feminine. */
export const spanish: Translation = {
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
