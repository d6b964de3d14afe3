import type { Device } from '../../core/runtime/runtime'
import { formatBytes } from '../primitives/format'

const devices: Record<Device, string> = { webgpu: 'WebGPU', wasm: 'CPU' }

/** Where the model runs, as people call it. */
export const deviceName = (device: Device): string => devices[device]

/** What the model's chip, its details and the form say. */
export const words = {
  chip: 'Model',
  none: 'No model',
  load: 'Load a model',
  loading: (name: string) => `Loading ${name}`,
  failed: (name: string) => `${name} failed`,
  cancel: 'Cancel loading',
  retry: 'Retry',
  details: 'Model',
  current: 'Details',
  switchTitle: 'Load another model',
  loadTitle: 'Load a model',
  unload: 'Unload',
  unloadText: 'frees its memory; tags and pictures stay',
  name: 'Name',
  scope: 'Made for',
  revision: 'Revision',
  licence: 'Licence',
  licenceUnknown: 'Not known; see the model’s page',
  size: 'Size',
  device: 'Runs on',
  threads: (count: number) => (count === 1 ? '1 thread' : `${count} threads`),
  precision: 'Precision',
  towers: (vision: string, text: string) => (vision === text ? vision : `${vision} pictures, ${text} tags`),
  dimension: 'Embedding',
  numbers: (count: number) => `${count} numbers`,
  labels: 'Labels',
  logitScale: 'Logit scale',
  maxTokens: 'Longest prompt',
  tokens: (count: number) => `${count} tokens`,
  recipe: 'Preprocessing',
  loadTime: 'Loaded in',
  verified: 'Self-check',
  notVerified: 'Not checked yet',
  source: 'Where from',
  sources: { hub: 'Hugging Face', url: 'Web address' },
  hubField: 'Model on the hub',
  urlField: 'Address of the folder with config.json',
  precisionField: 'Precision',
  auto: 'Automatic',
  hubNote: (host: string) =>
    `The files come from ${host}. Their size is not known before the download begins; the progress shows it then.`,
  urlNote:
    'The files come from this address and must be laid out as on the hub. Their size is not known before the download begins.',
  privacy: 'Your pictures and tags stay here.',
  button: 'Load',
  badId: 'A model on the hub reads owner/name.',
  badUrl: 'An address begins with https:// or http://.',
  ofTotal: (loaded: number, total: number | null) =>
    total === null ? formatBytes(loaded) : `${formatBytes(loaded)} of ${formatBytes(total)}`,
  rate: (bytesPerSecond: number) => `${formatBytes(bytesPerSecond)}/s`,
  left: (duration: string) => `${duration} left`,
  starting: 'Starting',
  previousWorks: (name: string) => `${name} goes on working.`,
} as const
