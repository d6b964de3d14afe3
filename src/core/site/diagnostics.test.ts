import { expect, test } from 'vitest'
import { createLoadedModel } from '../../testing/loaded-model'
import type { Bytes } from '../brands'
import { formatDiagnostics, type Diagnostics } from './diagnostics'

const facts: Diagnostics = {
  build: { version: '1.2.3', commit: '0123456789', date: '2026-01-31', onnxRuntime: '1.30.0' },
  device: {
    userAgent: 'Browser/1',
    capabilities: {
      cores: 8,
      memoryGigabytes: null,
      isolated: true,
      jspi: false,
      savesData: false,
      ios: false,
      gpu: { kind: 'hardware', adapter: 'nvidia ampere', shaderF16: true },
    },
    serviceWorker: 'active',
    storageUsed: 153_000_000 as Bytes,
    storageQuota: null,
  },
  measurement: null,
  model: null,
  workersReplaced: 2,
  pictures: 12,
  errors: ['IMAGE_DECODE_FAILED', 'GPU_LOST', 'IMAGE_DECODE_FAILED'],
  faults: [{ what: 'TypeError: …', stack: ['at draw (index-C.js:1:2)'], count: 3 }],
}

test('a report says what a developer asks first', () => {
  expect(formatDiagnostics(facts).split('\n')).toEqual([
    'Taglens 1.2.3, commit 0123456789 of 2026-01-31, onnxruntime 1.30.0',
    'browser: Browser/1',
    'cores: 8, memory: unknown GB',
    'graphics: nvidia ampere, fp16',
    'isolated: yes, JSPI: no',
    'service worker: active',
    'storage: 153 MB of unknown',
    'model: none',
    'workers replaced: 2',
    'pictures: 12',
    'errors: IMAGE_DECODE_FAILED x2, GPU_LOST x1',
    'fault x3: TypeError: …',
    '  at draw (index-C.js:1:2)',
  ])
})

test('a loaded model is named with where it runs and what its self-check has shown', () => {
  const model = createLoadedModel()
  const report = formatDiagnostics({ ...facts, model, errors: [] })
  expect(report).toContain(`model: ${model.id}`)
  expect(report).toContain(`runs on: ${model.device}, ${model.threads} threads`)
  expect(report).toContain(`self-check: ${model.selfCheck.kind}`)
  expect(report).toContain('errors: none')
})

test('what runs on our own kernels is named with its precision, pictures and prompts apart', () => {
  const model = createLoadedModel({
    executor: { kind: 'own', precision: 'int8', distance: 0.0007 },
    textExecutor: { kind: 'onnx-runtime', refused: 'mask', distance: null },
  })
  expect(formatDiagnostics({ ...facts, model })).toContain(
    'own kernels for pictures (int8), distance 0.00070, own kernels for prompts refused: mask',
  )
})
