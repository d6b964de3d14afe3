/** What the strip and the panel say of a model on its way; they come late. */
export const modelDownload = {
  loading: 'Loading {{name}}',
  left: '{{duration}} left',
  pauseShort: 'Pause',
  cancelShort: 'Cancel',
  heldAt: 'Paused by the airplane switch at {{amount}}. What has arrived is kept.',
  waits: 'The host asks for a pause. It goes on in {{duration}}, at {{amount}}.',
  pausedAt: 'Paused at {{amount}}. What has arrived is kept.',
  previousWorks: '{{name}} stays in use meanwhile.',

  tabs: 'Part of the panel',
  tabNow: 'In use',
  tabChoose: 'Choose',
  tabStored: 'On this device',

  asking: 'Asking {{host}} how large it is',
  askingDevice: 'Looking at its files',
  download: 'Download {{size}}',
  downloadUnknown: 'Download',
  notNow: 'Not now',
  missing: '{{missing}} of {{total}} are missing.',
  sizeIs: 'It is {{size}}. Download it once; then it works offline.',
  sizeUnknown: 'The host does not say how large it is. Download it once; then it works offline.',
  /** Of weights for our own kernels, by what was taken and how finely those round. */
  weights: {
    finer: {
      own: '{{finer}} is a little closer to the published model than {{smaller}}, for {{more}} more.',
      'own-precise':
        '{{finer}} is clearly closer to the published model than {{smaller}}, for {{more}} more.',
    },
    smaller: {
      own: '{{finer}} would be a little closer to the published model than {{smaller}}, for {{more}} more.',
      'own-precise':
        '{{finer}} would be clearly closer to the published model than {{smaller}}, for {{more}} more.',
    },
  },
  fromHost: 'From {{host}}. Your pictures and tags stay here.',
  noRoom: 'There is room for {{room}} only, so it may have to be downloaded again each time.',
  precision: 'Precision',
  precisions: {
    q4f16: 'q4f16, smallest',
    q8: 'q8, small and quick on the CPU',
    fp16: 'fp16, for graphics cards',
    fp32: 'fp32, exact and large',
  },
  automatic: 'Automatic ({{chosen}})',
  automaticPlain: 'Automatic',
  gpu: 'Graphics card',
  gpuMissing: 'Graphics card (none found)',
  cpu: 'CPU',
  retry: 'Retry',
  chooseAnother: 'Choose another',
  useCpu: 'Use the CPU',
  freeRoom: 'Show what is stored',
} as const
