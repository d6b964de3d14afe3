import { HUB_HOST } from '../core/model/model-source'
import { CARD_SIZES } from '../core/preferences/card-sizes'
import { idOfText } from '../core/preferences/shared-preferences'
import { emptyHistory } from '../core/history/history'
import type { Preferences } from '../platform/storage/preferences'
import { DEFAULT_RULES } from '../core/question/scoring/judge'
import { BARE_TEMPLATE } from '../core/question/scoring/prompt'
import { addTags, DEFAULT_TAGS, type TagList } from '../core/tags/tag-list'
import { visibleText } from '../core/tags/visible-text'
import { NO_FILTER } from '../core/desk/view/filter-changes'
import { BY_ARRIVAL } from '../core/desk/view/view'
import type { AppState } from './app-state'
import { EMPTY_SELECTION } from './pictures/selection'

/** Tabs that open beside each other give the first tags the same ids. */
const firstTags = (kept: Preferences | null): TagList =>
  kept
    ? kept.tags.map((tag) => ({ ...tag, text: visibleText(tag.text), picture: null }))
    : addTags([], DEFAULT_TAGS.join(','), () => '').tags.map((tag) => ({ ...tag, id: idOfText(tag.text) }))

/** The page as it opens: the tags and settings of the last visit, no pictures. */
export const createInitialState = (kept: Preferences | null): AppState => ({
  tags: firstTags(kept),
  history: emptyHistory(),
  overrides: 0,
  tagSets: [],
  tagPreview: null,
  promptEmbeddings: new Map(),
  pictureTags: new Map(),
  embeddingTags: false,
  tagsError: null,
  model: { kind: 'none' },
  arrived: null,
  textArrival: null,
  isStarting: false,
  readingIn: 0,
  lastChoices: {},
  storedModels: { kind: 'loading' },
  modelTransfer: { kind: 'none' },
  measuring: { kind: 'none' },
  storage: null,
  gpu: null,
  leftOut: [],
  sidecars: [],
  keptSets: [],
  restoring: false,
  pictures: [],
  selection: EMPTY_SELECTION,
  view: 'grid',
  duplicates: null,
  filter: NO_FILTER,
  only: null,
  sort: BY_ARRIVAL,
  scoreOf: null,
  similarTo: null,
  good: null,
  search: null,
  histogramsOf: [],
  arranging: { kind: 'page' },
  queue: { kind: 'idle' },
  moving: { kind: 'none' },
  settings: {
    theme: kept?.theme ?? 'system',
    language: kept?.language ?? null,
    template: visibleText(kept?.template ?? BARE_TEMPLATE),
    temperature: kept?.temperature ?? 1,
    rules: kept?.rules ?? DEFAULT_RULES,
    welcomed: kept?.welcomed ?? false,
    scoresShown: kept?.scoresShown ?? false,
    modelHost: kept?.modelHost ?? HUB_HOST,
    chosenModel: kept?.chosenModel ?? null,
    keepsPictures: kept?.keepsPictures ?? true,
    cardSize: kept?.cardSize ?? CARD_SIZES.usual,
    namesShown: kept?.namesShown ?? false,
    reading: kept?.reading ?? null,
    extent: kept?.extent ?? 'middle',
  },
  decidedOnly: null,
  learns: false,
  marks: [],
  differing: [],
  own: null,
  ownError: null,
  ownVersions: [],
  answersBy: 'own',
  heldAnswers: [],
  comparedWith: null,
  linkVisit: null,
  notices: [],
})
