/** The engine's workers: the only place that names their files. */
export const spawnPixelWorker = (): Worker =>
  new Worker(new URL('../../engine/pixels/worker.ts', import.meta.url), { type: 'module', name: 'pixels' })

export const spawnInferenceWorker = (): Worker =>
  new Worker(new URL('../../engine/inference/worker.ts', import.meta.url), {
    type: 'module',
    name: 'inference',
  })

export const spawnStoreWorker = (): Worker =>
  new Worker(new URL('../../engine/store/worker.ts', import.meta.url), { type: 'module', name: 'store' })

export const spawnDeskWorker = (): Worker =>
  new Worker(new URL('../../engine/desk/worker.ts', import.meta.url), { type: 'module', name: 'desk' })

export const spawnColumnsWorker = (): Worker =>
  new Worker(new URL('../../engine/columns/worker.ts', import.meta.url), { type: 'module', name: 'columns' })

export const spawnClassifierWorker = (): Worker =>
  new Worker(new URL('../../engine/classifier/worker.ts', import.meta.url), {
    type: 'module',
    name: 'classifier',
  })
