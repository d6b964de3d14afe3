import { expect, it } from 'vitest'
import { fixedLabelCatalogue } from '../model/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../model/catalogue/model-catalogue'
import { hubSource } from '../model/catalogue/model-names'
import { orderVisionDtypes, type VisionGraph } from './vision-dtypes'

const DTYPES = ['q8', 'fp16', 'fp32', 'q4'] as const
const WHOLE_FIRST = ['fp16', 'fp32', 'q8', 'q4']

const order = (id: string, graph: VisionGraph) =>
  orderVisionDtypes(hubSource('https://hub.example', id), graph, DTYPES)

it.each([
  ['tower', 'Xenova/mobileclip_s0', WHOLE_FIRST],
  ['tower', 'owner/MobileCLIP2-S2', WHOLE_FIRST],
  ['tower', 'owner/clip-rn50', WHOLE_FIRST],
  ['tower', 'Xenova/clip-vit-base-patch32', DTYPES],
  ['tower', 'onnx-community/siglip2-base-patch16-224-ONNX', DTYPES],
  ['tower', 'owner/mine', DTYPES],
  ['classifier', 'onnx-community/mobilenetv4_conv_small.e2400_r224_in1k', WHOLE_FIRST],
  ['classifier', 'Xenova/resnet-18', WHOLE_FIRST],
  ['classifier', 'owner/resnext50', WHOLE_FIRST],
  ['classifier', 'Xenova/mobilevit-small', WHOLE_FIRST],
  ['classifier', 'Xenova/vit-base-patch16-224', DTYPES],
  ['classifier', 'Xenova/deit-tiny-patch16-224', DTYPES],
  ['classifier', 'owner/mine', WHOLE_FIRST],
] as const)('the %s %s is looked for in order', (graph, id, expected) => {
  expect(order(id, graph)).toEqual(expected)
})

it('a model behind an address is known by its path', () => {
  const source = { kind: 'url', baseUrl: 'https://hub.example/Xenova/mobileclip_s0/resolve/main' } as const
  expect(orderVisionDtypes(source, 'tower', DTYPES)).toEqual(WHOLE_FIRST)
})

it('the catalogues say of each model what its name says', () => {
  for (const { id, parameters } of modelCatalogue)
    expect([id, order(id, 'tower')[0]]).toEqual([
      id,
      parameters.value.visionKind === 'transformer' ? 'q8' : 'fp16',
    ])
  for (const { id, visionKind } of fixedLabelCatalogue)
    expect([id, order(id, 'classifier')[0]]).toEqual([id, visionKind === 'transformer' ? 'q8' : 'fp16'])
})
