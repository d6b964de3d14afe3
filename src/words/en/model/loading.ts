/** What the model's chip and its panel say of a model on its way. */
export const modelLoading = {
  chip: 'Model',
  none: 'No model',
  details: 'Model',
  verified: 'verified',
  inexact: 'inexact',
  failed: '{{name}} failed',
  paused: 'paused',
  /** What Mini is for, beside its name. */
  drawingsScope: 'drawings only',
  ofTotal: '{{loaded}} of {{total}}',
  stages: {
    asking: 'Looking for its files',
    waiting: 'Another tab is downloading it',
    downloading: 'Downloading',
    checking: 'Checking what arrived',
    opening: 'Opening the model',
  },
  pause: 'Pause the download',
  resume: 'Resume the download',
  cancel: 'Cancel loading',
  resumeShort: 'Resume',
  spokenProgress: '{{name}}, {{percent}} percent downloaded',
  spokenPaused: 'Download paused',
  spokenReady: '{{name}} is ready',
  device: 'Runs on',
  /** Where the model runs, as people call it. */
  devices: { webgpu: 'WebGPU', wasm: 'CPU' },
  ownFile: 'your own file',
  demotion: {
    threads: 'Several threads did not work on this device, so one is used.',
    precision: {
      'wrong-numbers': 'The graphics card gave wrong numbers in {{from}}, so {{to}} is used.',
      silent: 'The graphics card gave no answer in {{from}}, so {{to}} is used.',
      crashed: 'The graphics card stopped the engine in {{from}}, so {{to}} is used.',
      unusable: 'The graphics card could not be used in {{from}}, so {{to}} is used.',
      'no-file':
        'The graphics card has no file of this model that it can run in {{from}}, so {{to}} is used.',
    },
    cpu: {
      'wrong-numbers': 'The graphics card gave wrong numbers, so the CPU is used.',
      silent: 'The graphics card gave no answer, so the CPU is used.',
      crashed: 'The graphics card stopped the engine, so the CPU is used.',
      unusable: 'The graphics card could not be used, so the CPU is used.',
      'no-file': 'The graphics card has no file of this model that it can run, so the CPU is used.',
    },
  },
} as const
