import { refused, renamed, runs, type LayoutRow } from './layout-row.ts'
import {
  apart,
  base,
  bytePairs,
  ending,
  immich,
  immichName,
  json,
  openClipConfig,
  openClipPreprocess,
  pair,
  siglip,
  without,
} from './variants.ts'

/** Ways in which pairs of towers are published. */
export const publishedRows: readonly LayoutRow[] = [
  { name: 'as transformers.js publishes', files: base, expected: runs(pair('')) },
  { name: 'SigLIP', files: siglip, expected: { kind: 'runs', like: 'siglip' } },
  {
    name: 'the towers in the root',
    files: renamed(base, (path) => path.replace('onnx/', '')),
    expected: runs(['text_model.onnx', 'vision_model.onnx']),
  },
  {
    name: 'the towers in a sub-folder',
    files: renamed(base, (path) => path.replace('onnx/', 'export/')),
    expected: runs(['export/text_model.onnx', 'export/vision_model.onnx']),
  },
  {
    name: 'the towers two folders down',
    files: renamed(base, (path) => path.replace('onnx/', 'onnx/s2/')),
    expected: runs(['onnx/s2/text_model.onnx', 'onnx/s2/vision_model.onnx']),
  },
  {
    name: 'all of it in a sub-folder',
    files: renamed(base, (path) => `clip/${path}`, { 'README.md': '# CLIP' }),
    expected: runs(),
  },
  {
    name: 'all of it in a sub-folder, flat',
    files: renamed(base, (path) => `clip/${path.replace('onnx/', '')}`),
    expected: runs(),
  },
  {
    name: 'the description beside the graphs a second time',
    files: new Map([...base, ['onnx/config.json', base.get('config.json') ?? '']]),
    expected: runs(),
  },
  {
    name: 'several models side by side',
    files: new Map(['s0', 's2'].flatMap((name) => [...renamed(base, (path) => `${name}/${path}`)])),
    expected: refused('several-models'),
  },
  {
    name: 'a whole model above another one',
    files: new Map([...base, ...renamed(base, (path) => `older/${path}`)]),
    expected: runs(pair('')),
  },

  ...['_fp16', '_quantized', '_int8', '_uint8', '_q4', '_bnb4', '_q4f16'].map((suffix) => ({
    name: `nothing but ${suffix}`,
    files: ending(suffix),
    expected: runs(pair(suffix)),
  })),
  {
    name: '8 bits in every way',
    files: new Map([...ending('_quantized'), ...ending('_int8'), ...ending('_uint8')]),
    expected: runs(pair('_quantized')),
  },
  {
    name: '8 bits signed and unsigned',
    files: new Map([...ending('_uint8'), ...ending('_int8')]),
    expected: runs(pair('_int8')),
  },
  {
    name: '4 bits of bitsandbytes beside 16',
    files: new Map([...ending('_bnb4'), ...ending('_fp16')]),
    expected: runs(pair('_fp16')),
  },
  {
    name: 'each tower at another precision',
    files: renamed(base, (path) => path.replace('vision_model.', 'vision_model_fp16.')),
    expected: runs(['onnx/text_model.onnx', 'onnx/vision_model_fp16.onnx']),
  },

  { name: 'immich’s', files: immich, expected: runs(['textual/model.onnx', 'visual/model.onnx']) },
  {
    name: 'immich’s, in a sub-folder',
    files: renamed(immich, (path) => `clip/${path}`),
    expected: runs(),
  },
  {
    name: 'immich’s, of SigLIP',
    files: new Map([
      ...renamed(siglip, immichName),
      [
        'config.json',
        JSON.stringify({
          init_logit_bias: -10,
          text_cfg: { context_length: 16 },
          logit_scale: 40,
          logit_bias: -32,
        }),
      ],
    ]),
    expected: { kind: 'runs', like: 'siglip' },
  },
  {
    name: 'open_clip’s description alone',
    files: renamed(base, without('config.json', 'preprocessor_config.json'), {
      'open_clip_config.json': JSON.stringify({
        model_cfg: openClipConfig,
        preprocess_cfg: openClipPreprocess,
      }),
    }),
    expected: runs(),
  },
  {
    name: 'open_clip’s description beside transformers’',
    files: new Map([...base, ['open_clip_config.json', '{"model_cfg":{},"preprocess_cfg":{}}']]),
    expected: runs(),
  },
  {
    name: 'transformers 5’s processor alone',
    files: renamed(base, without('preprocessor_config.json'), {
      'processor_config.json': JSON.stringify({ image_processor: json(base, 'preprocessor_config.json') }),
    }),
    expected: runs(),
  },
  {
    name: 'a tokenizer without its configuration',
    files: renamed(base, without('tokenizer_config.json')),
    expected: runs(),
  },
  {
    name: 'a padding tokenizer without its configuration',
    files: renamed(siglip, without('tokenizer_config.json')),
    expected: { kind: 'runs', like: 'siglip' },
  },
  {
    name: 'words and merges in place of a tokenizer',
    files: renamed(base, without('tokenizer.json', 'tokenizer_config.json'), bytePairs),
    expected: runs(),
  },
  {
    name: 'words and merges beside a tokenizer',
    files: new Map([...base, ...Object.entries(bytePairs)]),
    expected: runs(),
  },
  {
    name: 'words without merges',
    files: renamed(base, without('tokenizer.json'), { 'vocab.json': bytePairs['vocab.json'] }),
    expected: refused('file-missing'),
  },

  {
    name: 'weights beside the graphs',
    files: apart(['_data']),
    expected: runs([
      'onnx/text_model.onnx',
      'onnx/text_model.onnx_data',
      'onnx/vision_model.onnx',
      'onnx/vision_model.onnx_data',
    ]),
  },
  { name: 'weights in two files', files: apart(['_data', '_data_1']), expected: runs() },
  { name: 'weights in three files', files: apart(['_data', '_data_1', '_data_2']), expected: runs() },
  { name: 'weights as PyTorch’s exporter names them', files: apart(['.data']), expected: runs() },
  {
    name: 'weights beside graphs of 16 bits',
    files: new Map([...apart(['_data'], '_fp16'), ...apart(['_data'])]),
    expected: runs([
      'onnx/text_model_fp16.onnx',
      'onnx/text_model_fp16.onnx_data',
      'onnx/vision_model_fp16.onnx',
      'onnx/vision_model_fp16.onnx_data',
    ]),
  },
  {
    name: 'weights that the graph has an older name for',
    files: apart(['_data'], '', (_, data) => `model.onnx${data}`),
    expected: runs(),
  },
  {
    name: 'weights beside immich’s graphs',
    files: new Map([
      ...renamed(apart(['_data']), immichName),
      ['visual/preprocess_cfg.json', JSON.stringify(openClipPreprocess)],
    ]),
    expected: runs(),
  },
]
