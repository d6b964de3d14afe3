import { assertNever } from '../../core/assert-never'
import type { SelfCheck } from '../../core/model/self-check'
import type { Device, Dtype } from '../../core/runtime/runtime'
import { formatBytes } from '../primitives/format'

const devices: Record<Device, string> = { webgpu: 'WebGPU', wasm: 'CPU' }

/** Where the model runs, as people call it. */
export const deviceName = (device: Device): string => devices[device]

const references = { golden: 'known vectors', cpu: 'this CPU’s own' } as const

/** What the self-check has shown, with the measured distance. */
export const describeSelfCheck = (check: SelfCheck): string => {
  switch (check.kind) {
    case 'verified':
      return `Verified: ${check.distance.toFixed(4)} away from ${references[check.against]}`
    case 'inexact':
      return `Inexact: ${check.distance.toFixed(4)} away from ${references[check.against]}, usable`
    case 'plausible':
      return 'Plausible: the numbers are sane, with nothing to compare them with'
    default:
      return assertNever(check)
  }
}

/** What the model's chip, its panel and its forms say. */
export const words = {
  chip: 'Model',
  none: 'No model',
  details: 'Model',
  verified: 'verified',
  inexact: 'inexact',
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  failed: (name: string) => `${name} failed`,
  loading: (name: string) => `Loading ${name}`,
  paused: 'paused',
  ofTotal: (loaded: number, total: number | null) =>
    total === null ? formatBytes(loaded) : `${formatBytes(loaded)} of ${formatBytes(total)}`,
  rate: (bytesPerSecond: number) => `${formatBytes(bytesPerSecond)}/s`,
  left: (duration: string) => `${duration} left`,
  stages: {
    asking: 'Asking the host',
    waiting: 'Another tab is downloading it',
    downloading: 'Downloading',
    checking: 'Checking what arrived',
    opening: 'Opening the model',
  },
  pause: 'Pause the download',
  resume: 'Resume the download',
  cancel: 'Cancel loading',
  pauseShort: 'Pause',
  resumeShort: 'Resume',
  cancelShort: 'Cancel',
  pausedAt: (amount: string) => `Paused at ${amount}. What has arrived is kept.`,
  previousWorks: (name: string) => `${name} goes on answering.`,

  spokenProgress: (name: string, percent: number) => `${name}, ${percent} percent downloaded`,
  spokenPaused: 'Download paused',
  spokenReady: (name: string) => `${name} is ready`,

  tabs: 'Part of the panel',
  tabNow: 'In use',
  tabChoose: 'Choose',
  tabStored: 'On this device',

  asking: (host: string) => `Asking ${host} how large it is`,
  askingDevice: 'Looking at its files',
  download: (size: string) => `Download ${size}`,
  downloadUnknown: 'Download',
  notNow: 'Not now',
  missing: (missing: string, total: string) => `${missing} of ${total} are missing.`,
  sizeIs: (size: string) => `It is ${size}. Download it once; then it works offline.`,
  sizeUnknown: 'The host does not say how large it is. Download it once; then it works offline.',
  fromHost: (host: string) => `From ${host}. Your pictures and tags stay here.`,
  noRoom: (room: string) =>
    `There is room for ${room} only, so it may have to be downloaded again each time.`,
  precision: 'Precision',
  device: 'Runs on',
  automatic: (chosen: string) => `Automatic (${chosen})`,
  automaticPlain: 'Automatic',
  gpu: 'Graphics card',
  gpuMissing: 'Graphics card (none found)',
  cpu: 'CPU',
  retry: 'Retry',
  chooseAnother: 'Choose another',
  useCpu: 'Use the CPU',
  freeRoom: 'Show what is stored',

  listTitle: 'Models',
  columns: 'Accuracy, size',
  accuracyNote: 'Accuracy: ImageNet pictures named rightly, never having learned from them, as published.',
  classifiersTitle: 'With ImageNet’s labels',
  classifiersNote:
    'They know a thousand labels of their own and no tags. They have learned from ImageNet; the figures are as published, not checked.',
  sizeNote: 'Sizes are estimates until the host is asked.',
  offline: 'You are offline. Models on this device can be loaded.',
  accuracy: (percent: number) => `${percent.toFixed(1)} %`,
  accuracySpoken: (percent: number) => `${percent.toFixed(1)} percent on ImageNet`,
  aboutSize: (size: string) => `about ${size}`,
  inUse: 'In use',
  stored: 'On this device',
  begun: 'Begun',
  builtIn: 'Mini',
  builtInText: 'Ships with the app; knows drawings only',
  builtInSize: 'Built in',
  drawingsOnly: 'It knows drawings only. For photographs, choose a CLIP model.',
  chooseModel: 'Choose a model',
  nothingLoaded: 'A model compares pictures with words. None is loaded.',

  otherTitle: 'Another model',
  otherSummary: 'By name or address',
  source: 'Where from',
  sources: { hub: 'Hub', url: 'Web address' },
  hubField: 'Name on the hub',
  hubHint: 'owner/name, or the address of its page',
  revisionField: 'Revision',
  urlField: 'Address of the folder with config.json',
  badId: 'A model on the hub reads owner/name.',
  badUrl: 'An address begins with https:// or http://.',
  goOn: 'Continue',

  ownTitle: 'From this device',
  ownSummary: 'Folder, files or pack',
  ownText:
    'A folder laid out as on the hub (config.json, tokenizer.json, onnx/…), or one file that Taglens exported. Dropping it on the page does the same.',
  chooseFolder: 'Choose folder',
  chooseFiles: 'Choose files',
  importing: 'Adding the model',
  offerTitle: 'Add this model?',
  offerText: (name: string, count: string, size: string) =>
    `${name}: ${count}, ${size}. They are copied into the browser’s storage, checked, and loaded.`,
  offerAdd: 'Add and load',
  stop: 'Stop',
  dismiss: 'Dismiss',

  hostTitle: 'Host',
  hostField: 'Where models of the hub come from',
  hostText: 'Huggingface.co, or a mirror of it that you trust.',
  hostSet: 'Set',
  hostReset: 'Back to huggingface.co',
  hostBad: 'That is no web address.',
  hostDone: 'Set.',

  storedList: 'Models on this device',
  storedNone: 'No model is kept here yet',
  storedNoneText: 'Those that you choose are kept here, and then work offline.',
  storedLoading: 'Looking at what is stored',
  begunText: (amount: string) => `${amount}, not complete`,
  lastUsed: (when: string) => `used ${when}`,
  load: 'Load',
  export: (name: string) => `Export ${name} as one file`,
  exporting: (name: string) => `Exporting ${name}`,
  remove: (name: string) => `Delete ${name}`,
  removeAsk: (name: string, size: string) =>
    `Delete ${name}? It takes a new download of ${size} to have it back.`,
  removeAskOwn: (name: string) => `Delete ${name}? You will need its files to have it back.`,
  removeYes: 'Delete',
  removeNo: 'Keep',
  room: (used: string, quota: string) => `${used} of ${quota} used by this site`,
  roomLabel: 'Room used',
  keep: 'Keep them',
  keepText: 'The browser may clear them when space runs short.',
  kept: 'The browser keeps them until you delete them.',
  keepRefused: 'The browser does not promise it now. It does for sites that are installed or often used.',

  name: 'Name',
  madeFor: 'Made for',
  revision: 'Revision',
  licence: 'Licence',
  licenceOfApp: 'As the app’s, MIT',
  licenceUnknown: 'Not known; see the model’s page',
  published: 'ImageNet accuracy',
  unchecked: 'not checked',
  size: 'Size',
  notKept: 'not kept, no room',
  threads: (count: number) => (count === 1 ? '1 thread' : `${count} threads`),
  towers: (vision: string, text: string) => (vision === text ? vision : `${vision} pictures, ${text} tags`),
  dimension: 'Embedding',
  numbers: (count: number) => `${count} numbers`,
  labels: 'Labels',
  logitScale: 'Logit scale',
  maxTokens: 'Longest prompt',
  tokens: (count: number) => `${count} tokens`,
  recipe: 'Preprocessing',
  loadTime: 'Loaded in',
  speed: 'Speed',
  perSecond: (rate: number) => `${rate < 9.95 ? rate.toFixed(1) : Math.round(rate).toString()} pictures/s`,
  speedUnknown: 'Known after a few pictures',
  selfCheck: 'Self-check',
  tryGpu: 'Try the graphics card again',
  unload: 'Unload',
  unloadText: 'frees its memory; tags and pictures stay',
} as const

/** Precisions to choose from, smallest first, as people tell them apart. */
export const precisions: readonly { readonly value: Dtype; readonly label: string }[] = [
  { value: 'q4f16', label: 'q4f16, smallest' },
  { value: 'q8', label: 'q8, small and quick on the CPU' },
  { value: 'fp16', label: 'fp16, for graphics cards' },
  { value: 'fp32', label: 'fp32, exact and large' },
]
