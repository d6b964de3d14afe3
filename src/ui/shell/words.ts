import type { DragContent } from '../ui-platform'
import { formatCount, plural } from '../primitives/format'

/** What the frame of the page says. */
export const words = {
  name: 'Taglens',
  theme: 'Theme',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  themeNow: (name: string) => `Theme: ${name.toLowerCase()}`,
  keys: 'Keys',
  skip: 'Skip to the pictures',
  resizeTags: 'Width of the tags column',
  resizeRanking: 'Width of the ranking column',
  resizeSide: 'Width of the side column',
  resizeStack: 'Height of the ranking',
  tagsSheet: 'Tags',
  model: 'Model',
  close: 'Close',
  dismiss: 'Dismiss',
  notices: 'Notices',
  status: 'Status',
  promise: 'Nothing leaves this device',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  encoding: (done: number, total: number) => `Encoding ${formatCount(done)} of ${formatCount(total)}`,
  paused: (done: number, total: number) => `Paused at ${formatCount(done)} of ${formatCount(total)}`,
  perSecond: (rate: number) => `${rate < 9.95 ? rate.toFixed(1) : Math.round(rate).toString()} pictures/s`,
  left: (duration: string) => `${duration} left`,
  ready: (count: number) => `${plural(count, 'picture', 'pictures')} ranked`,
  waiting: (count: number) => `${formatCount(count)} waiting`,
  failed: (count: number) => `${formatCount(count)} failed`,
  noPictures: 'No pictures yet',
  spokenProgress: (done: number, total: number) => `${done} of ${total} pictures encoded`,
  spokenDone: (total: number) => `All ${plural(total, 'picture', 'pictures')} encoded`,
  questionMark: 'The question mark opens this list',
  questionMarkText: 'Turn it off if you dictate or press keys by accident.',
  install: 'Install Taglens',
  privacy: 'Privacy',
  privacyAirplane: 'Privacy: airplane switch is on',
  updateReady: 'A new version is ready. Pictures and tags stay.',
  updateNow: 'Reload now',
  updateLater: 'Later',
  updateNoRoom: 'There is no room to carry the pictures over. The new version starts at the next visit.',
  originAsks: (origin: string) => `${origin} asks to use Taglens here.`,
  originAllow: 'Allow',
  originRefuse: 'Not now',
  allPictures: 'All',
  onePicture: 'Ranking',
  show: 'What is shown',
} as const

/** What a drop will do, in a few words. */
export const describeDrag = (drag: DragContent): string => {
  switch (drag.kind) {
    case 'pictures':
      return drag.count === 0 ? 'Add pictures' : `Add ${plural(drag.count, 'picture', 'pictures')}`
    case 'folder':
      return 'Open folder'
    case 'tags':
      return drag.name === '' ? 'Add tags' : `Add tags from ${drag.name}`
    case 'unknown':
      return 'Add what is readable'
  }
}
