import { expect, it } from 'vitest'
import type { ModelSource } from '../model/model-source'
import { orderVisionDtypes } from './vision-dtypes'

const hub = (id: string): ModelSource => ({ kind: 'hub', host: 'https://hub.example', id, revision: 'main' })

it.each([
  ['Xenova/mobileclip_s0', ['fp16', 'fp32', 'q8', 'q4']],
  ['owner/MobileCLIP2-S2', ['fp16', 'fp32', 'q8', 'q4']],
  ['Xenova/clip-vit-base-patch32', ['q8', 'fp16', 'fp32', 'q4']],
])('the vision tower of %s is looked for at %j', (id, expected) => {
  expect(orderVisionDtypes(hub(id), ['q8', 'fp16', 'fp32', 'q4'])).toEqual(expected)
})
