import type { ModelSource } from '../model-source'

/** What people call the catalogues' models, by hub id. Apart from the catalogues, since the page itself needs it. */
export const modelNames: ReadonlyMap<string, string> = new Map([
  ['Xenova/clip-vit-base-patch32', 'CLIP ViT-B/32'],
  ['Xenova/clip-vit-base-patch16', 'CLIP ViT-B/16'],
  ['Xenova/clip-vit-large-patch14', 'CLIP ViT-L/14'],
  ['Xenova/mobileclip_s0', 'MobileCLIP S0'],
  ['Xenova/mobileclip_s1', 'MobileCLIP S1'],
  ['Xenova/mobileclip_s2', 'MobileCLIP S2'],
  ['Xenova/siglip-base-patch16-224', 'SigLIP B/16'],
  ['onnx-community/mobilenetv4_conv_small.e2400_r224_in1k', 'MobileNetV4 small'],
  ['Xenova/mobilevit-small', 'MobileViT small'],
  ['Xenova/resnet-18', 'ResNet-18'],
  ['Xenova/vit-base-patch16-224', 'ViT-B/16'],
])

/** The model that everybody knows, in a form that runs here: what is offered first. */
export const DEFAULT_HUB_ID = 'Xenova/clip-vit-base-patch32'

/** The smallest classifier of the catalogue: what it knows of a photograph is there in seconds. */
export const QUICK_LOOK_ID = 'onnx-community/mobilenetv4_conv_small.e2400_r224_in1k'

/** A model of the hub or of a mirror of it, at its newest revision unless another is named. */
export const hubSource = (host: string, id: string, revision = 'main'): ModelSource => ({
  kind: 'hub',
  host,
  id,
  revision,
})
