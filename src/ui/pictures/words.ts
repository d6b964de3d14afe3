import { formatPercent } from '../../core/scoring/percent'
import type { AppState } from '../../state/app-state'
import { formatCount, plural } from '../primitives/format'

/** A share as it is read aloud: `93 percent`, `less than 0.1 percent`. */
export const spokenPercent = (share: number): string =>
  `${formatPercent(share).replace('< ', 'less than ')} percent`

/** What is said of a picture that no tag fits. */
export const NONE_OF_THESE = 'None of these'

/** What the pictures column says. */
export const words = {
  title: 'Pictures',
  grid: 'Pictures',
  gridKeys: 'Arrows move, Shift extends, Space marks, Enter opens large, Delete removes',
  add: 'Add',
  addPictures: 'Add pictures',
  addOther: 'More ways to add pictures',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  camera: 'Camera',
  paste: 'Paste',
  emptyTitle: ['Drop pictures anywhere.', 'Edit the tags.', 'Nothing leaves this device.'],
  emptyTitleTouch: ['Add pictures.', 'Edit the tags.', 'Nothing leaves this device.'],
  samplesText: 'These three are drawings to try it on; they go when you add your own pictures.',
  emptyText: 'JPEG, PNG, WebP, GIF or AVIF, one or thousands. Each is ranked among your tags as it comes.',
  none: NONE_OF_THESE,
  nothingShown: 'No picture is left by this filter.',
  showAll: 'Show all pictures',
  sort: 'Sort',
  sorts: { added: 'In order of arrival', name: 'By name', score: 'Surest first' },
  filter: 'Filter',
  exportAll: 'Save the results of all pictures',
  exports: { csv: 'Table', json: 'JSON, all in one', jsonl: 'JSON, a line for each' },
  filterAll: 'All tags',
  filterOff: (tag: string) => `Stop showing only ${tag}`,
  back: 'All pictures',
  previous: 'Previous picture',
  next: 'Next picture',
  place: (index: number, count: number) => `${formatCount(index + 1)} of ${formatCount(count)}`,
  looks: 'What is shown',
  looksPicture: 'Picture',
  looksModel: 'Model’s view',
  frame: 'Dim what the model did not see',
  modelViewAlt: (name: string) => `${name} as the model saw it`,
  large: 'Large picture',
  largeKeys: 'Left and right change the picture, F dims the rest, M shows the model’s view, Escape goes back',
  retry: 'Retry',
  remove: 'Remove',
  waiting: 'Waiting',
  waitingForModel: 'Waiting for a model',
  encoding: 'Encoding',
  stopped: 'Stopped',
  failed: 'Failed',
  notRanked: 'Not ranked yet',
  count: (shown: number, all: number) =>
    shown === all ? formatCount(all) : `${formatCount(shown)} of ${formatCount(all)}`,
  total: (all: number) => plural(all, 'picture', 'pictures'),
} as const

/** Names of the orders, in the order of the menu. */
export const sortNames = Object.entries(words.sorts) as readonly [AppState['sort'], string][]
