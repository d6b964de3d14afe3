import { buildColorClassifier } from '../../../src/testing/color-model/build-color-classifier.ts'
import { buildColorModel, colorGraphs } from '../../../src/testing/color-model/build-color-model.ts'
import { buildSiglipModel } from '../../../src/testing/color-model/build-siglip-model.ts'
import type { HubRepository } from '../../../src/testing/color-model/hub-repository.ts'
import { writeOnnxApart } from '../../../src/core/model/onnx/onnx-writer.ts'
import { renamed } from './layout-row.ts'

export const base = buildColorModel()
export const siglip = buildSiglipModel({ tellsScale: true })
export const classifier = buildColorClassifier()
export const json = (files: HubRepository, path: string) => JSON.parse(String(files.get(path))) as object

export const isGraph = (path: string): boolean => path.endsWith('.onnx')
export const without =
  (...paths: readonly string[]) =>
  (path: string) =>
    paths.includes(path) ? null : path

/** Every graph by another ending: `onnx/vision_model_int8.onnx`. */
export const ending = (suffix: string) => renamed(base, (path) => path.replace(/\.onnx$/, `${suffix}.onnx`))
export const pair = (suffix: string) => [`onnx/text_model${suffix}.onnx`, `onnx/vision_model${suffix}.onnx`]

/** immich's exports of open_clip. */
export const immichName = (path: string): string =>
  path
    .replace('onnx/vision_model', 'visual/model')
    .replace('onnx/text_model', 'textual/model')
    .replace(/^tokenizer/, 'textual/tokenizer')
    .replace('preprocessor_config.json', 'visual/preprocess_cfg.json')

/** open_clip's own words for what the colour model's files say. */
export const openClipConfig = {
  embed_dim: 5,
  logit_scale: 20,
  vision_cfg: { image_size: 32 },
  text_cfg: { context_length: 16 },
}
export const openClipPreprocess = {
  size: [32, 32],
  mode: 'RGB',
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
  interpolation: 'bicubic',
  resize_mode: 'shortest',
}
export const immich = new Map([
  ...renamed(base, immichName),
  ['config.json', JSON.stringify(openClipConfig)],
  ['visual/preprocess_cfg.json', JSON.stringify(openClipPreprocess)],
])

/** The pair with its weights in files beside the graphs. */
export const apart = (
  endings: readonly string[],
  suffix = '',
  locate = (file: string, data: string) => `${file}${data}`,
): HubRepository => {
  const graphs = colorGraphs()
  const files = new Map(renamed(base, (path) => (isGraph(path) ? null : path)))
  for (const tower of ['vision', 'text'] as const) {
    const file = `${tower}_model${suffix}.onnx`
    const written = writeOnnxApart(
      graphs[tower],
      endings.map((data) => locate(file, data)),
    )
    files.set(`onnx/${file}`, written.graph)
    for (const [i, data] of endings.entries())
      files.set(`onnx/${file}${data}`, written.data[i] ?? new Uint8Array())
  }
  return files
}

/** The colour model's words as CLIP's byte pairs: as many as the tests ask for. */
export const bytePairs = (() => {
  const { model } = json(base, 'tokenizer.json') as { model: { vocab: Record<string, number> } }
  const { '[PAD]': nothing = 0, '[START]': start, '[END]': end } = model.vocab
  const vocab: Record<string, number | undefined> = { '<|startoftext|>': start, '<|endoftext|>': end }
  const merges: string[] = []
  for (const word of ['red', 'blue']) {
    const letters = [...Array.from(word.slice(0, -1)), `${word.slice(-1)}</w>`]
    for (const letter of letters) vocab[letter] ??= nothing
    letters.reduce((left, right) => {
      merges.push(`${left} ${right}`)
      vocab[left + right] ??= nothing
      return left + right
    })
    vocab[`${word}</w>`] = model.vocab[word]
  }
  return { 'vocab.json': JSON.stringify(vocab), 'merges.txt': ['#version: 0.2', ...merges, ''].join('\n') }
})()

export const labelsBeside = {
  id2label: { 0: 'cat', 1: 'dog' },
  architectures: ['CLIPForImageClassification'],
}
