/** Of the command palette, what the page says that opens it. */
export const paletteDoor = {
  open: 'Search commands',
  modes: { tags: 'Rank my own tags', imagenet: 'Use ImageNet’s labels' },
} as const

/** What the frame of the page says. */
export const shell = {
  name: 'Taglens',
  theme: 'Theme',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  look: 'Theme and language',
  languageAuto: 'Like the browser',
  keys: 'Keys',
  resizeTags: 'Width of the tags column',
  resizeRanking: 'Width of the ranking column',
  resizeSide: 'Width of the side column',
  resizeStack: 'Height of the ranking',
  tagsSheet: 'Tags',
  close: 'Close',
  dismiss: 'Dismiss',
  notices: 'Notices',
  status: 'Status',
  promise: 'Nothing leaves this device',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  copied: 'Copied',
  notCopied: 'Not copied',
  tryAgain: 'Try again',
  failedPart: 'This part of the page has failed',
  copyDetails: 'Copy details',
  code: 'Code',
  encoding: 'Encoding {{done}} of {{total}}',
  paused: 'Paused at {{done}} of {{total}}',
  perSecond: '{{rate}} pictures/s',
  left: '{{duration}} left',
  ready_one: '{{count, number}} picture ranked',
  ready_other: '{{count, number}} pictures ranked',
  /** Where there is nothing to rank them by. */
  encoded_one: '{{count, number}} picture encoded',
  encoded_other: '{{count, number}} pictures encoded',
  /** Pictures that the model is not made for. */
  beyond_one: '{{count, number}} photograph without an answer',
  beyond_other: '{{count, number}} photographs without an answer',
  waiting: '{{number}} waiting',
  failed: '{{number}} failed',
  elsewhere: '{{number}} not on this device',
  noPictures: 'No pictures yet',
  spokenProgress: '{{done}} of {{total}} pictures encoded',
  spokenDone_one: 'All {{count, number}} picture encoded',
  spokenDone_other: 'All {{count, number}} pictures encoded',
  questionMark: 'The question mark opens this list',
  questionMarkText: 'Turn it off if you dictate or press keys by accident.',
  install: 'Install Taglens',
  privacy: 'Privacy',
  privacyAirplane: 'Privacy: airplane switch is on',
  updateReady: 'A new version is ready. Pictures and tags stay.',
  updateNow: 'Reload now',
  updateLater: 'Later',
  updateNoRoom: 'There is no room to carry the pictures over. It starts at the next visit.',
  originAsks: '{{origin}} asks to use Taglens here.',
  originAllow: 'Allow',
  originRefuse: 'Not now',
  sentAsks_one: '{{count, number}} picture was sent by another app or site. Add it?',
  sentAsks_other: '{{count, number}} pictures were sent by another app or site. Add them?',
  sentLeftOut_one: '{{count, number}} other file was left out.',
  sentLeftOut_other: '{{count, number}} other files were left out.',
  sentRefused:
    'What another app or site sent was not added. Send pictures only, at most {{files}} and {{megabytes}} MB in all.',
  linkLine: 'The link',
  linkSet: 'Set by the link for this visit: {{parts}}.',
  linkParts: {
    tags: 'tags',
    examples: 'examples',
    templates: 'templates',
    temperature: 'temperature',
    rules: 'rules of the answer',
  },
  linkKeep: 'Keep these',
  linkLeave: 'Back to mine',
  sentAdd: 'Add',
  sentDiscard: 'Discard',
  allPictures: 'All {{number}}',
  onePicture: 'Ranking',
  show: 'What is shown',
  /** What a drop will do. */
  drop: {
    somePictures: 'Add pictures',
    pictures_one: 'Add {{count, number}} picture',
    pictures_other: 'Add {{count, number}} pictures',
    folder: 'Open folder',
    tags: 'Add tags',
    tagsFrom: 'Add tags from {{name}}',
    unknown: 'Add what can be read',
  },
} as const

/** What passing notices say, and their buttons. */
export const notices = {
  show: 'Show',
  details: 'Details',
  removed_one: 'Removed {{count, number}} picture',
  removed_other: 'Removed {{count, number}} pictures',
  downloadStopped: 'The download is stopped. What has arrived is kept, so it can go on later.',
  airplaneOff: 'The airplane switch is off. The download of {{name}} can go on.',
  filesChanged: 'Files of {{name}} had changed on this device and were deleted. Download or add them again.',
  notKept: 'There is no room to keep {{name}}. It works until this page is left.',
  insecure:
    'Over plain http no model is kept, and it runs slower. Open this page with https or on localhost.',
  refused: 'The browser keeps nothing for this page. To keep tags and models, let it store data.',
  linkModel: 'The link asks for the model {{name}}, which may have to be downloaded.',
  choose: 'Choose',
  linkClassifier: 'The link asks for ImageNet’s labels. Choose a classifier that has them.',
  setsNotKept: 'The browser keeps no sets of tags: they end with this page. Save them as files.',
  pastedPicture: 'Pasted picture',
} as const

/** Figures with their units. */
export const units = {
  bytes: '{{value}} B',
  kilobytes: '{{value}} kB',
  megabytes: '{{value}} MB',
  gigabytes: '{{value}} GB',
  perSecond: '{{amount}}/s',
  milliseconds: '{{value}} ms',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  hours: '{{value}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
  justNow: 'just now',
  percent: '{{value}} %',
  percentSpoken: '{{value}} percent',
  percentSpokenLess: 'less than {{value}} percent',
  /** Between things side by side. */
  comma: ', ',
} as const

/** What stands on a key. */
export const keys = {
  names: { Space: 'Space', Enter: 'Enter', Delete: 'Delete', Backspace: 'Backspace', Shift: 'Shift' },
} as const

/** What the column of labels says beside the tags'. */
export const labels = {
  mode: 'Labels',
  tags: 'Tags',
  imagenet: 'ImageNet',
  title: 'ImageNet',
} as const

/** What the page itself says of privacy; the rest comes with the dialog. */
export const privacy = {
  title: 'Privacy',
  airplane: 'Airplane switch',
} as const
