import { changed, refused, renamed, runs, type LayoutRow } from './layout-row.ts'
import { base, bytePairs, isGraph, labelsBeside, pair, siglip, without } from './variants.ts'

/** Graphs and descriptions that are not a pair of towers’. */
export const refusedRows: readonly LayoutRow[] = [
  {
    name: 'both towers in one graph',
    files: renamed(base, (path) =>
      path.includes('text_model') ? null : path.replace('vision_model', 'model'),
    ),
    expected: refused('joint-graph'),
  },
  {
    name: 'both towers in one graph, in the root',
    files: renamed(base, (path) =>
      path.includes('text_model') ? null : path.replace('onnx/vision_model', 'model'),
    ),
    expected: refused('joint-graph'),
  },
  {
    name: 'both towers in one graph, beside the towers',
    files: new Map([...base, ['onnx/model.onnx', base.get('onnx/vision_model.onnx') ?? '']]),
    expected: runs(pair('')),
  },
  {
    name: 'a classifier’s description beside towers',
    files: changed(base, 'config.json', labelsBeside),
    expected: refused('classifier-towers'),
  },
  {
    name: 'no text tower',
    files: renamed(base, without('onnx/text_model.onnx')),
    expected: refused('file-missing'),
  },
  {
    name: 'no vision tower',
    files: renamed(base, without('onnx/vision_model.onnx')),
    expected: refused('file-missing'),
  },
  {
    name: 'no graph at all',
    files: renamed(base, (path) => (isGraph(path) ? null : path), { 'model.safetensors': 'weights' }),
    expected: refused('file-missing'),
  },
  {
    name: 'no config.json',
    files: renamed(base, without('config.json')),
    expected: refused('file-missing'),
  },
  {
    name: 'no preprocessor',
    files: renamed(base, without('preprocessor_config.json')),
    expected: refused('file-missing'),
  },
  {
    name: 'a config.json that is none',
    files: new Map([...base, ['config.json', '{"model_type": ']]),
    expected: refused({ words: 'config.json' }, 'MODEL_CORRUPT'),
  },
  {
    name: 'no tokenizer',
    files: renamed(base, without('tokenizer.json')),
    expected: refused('file-missing'),
  },
  {
    name: 'a family that is not known',
    files: changed(base, 'config.json', { model_type: 'blip' }),
    expected: refused('unknown-family'),
  },
  {
    name: 'a picture recipe that cannot be followed',
    files: changed(base, 'preprocessor_config.json', { do_pad: true }),
    expected: refused({ words: 'do_pad' }),
  },
  ...['null', '{}', '[]', '{'].map((text): LayoutRow => ({
    name: `a tokenizer.json of ${text}`,
    files: new Map([...base, ['tokenizer.json', text]]),
    expected: refused({ words: '"tokenizer.json"' }, 'MODEL_CORRUPT'),
  })),
  ...['null', '[]'].map((text): LayoutRow => ({
    name: `a tokenizer_config.json of ${text}`,
    files: new Map([...base, ['tokenizer_config.json', text]]),
    expected: refused({ words: 'tokenizer_config.json' }, 'MODEL_CORRUPT'),
  })),
  {
    name: 'a tokenizer with a part that is not known',
    files: changed(base, 'tokenizer.json', { pre_tokenizer: { type: 'Morphemes' } }),
    expected: refused({ words: 'Morphemes' }),
  },
  {
    name: 'a vocab.json that is none',
    files: renamed(base, without('tokenizer.json', 'tokenizer_config.json'), {
      'vocab.json': '[]',
      'merges.txt': '#version: 0.2',
    }),
    expected: refused({ words: 'vocab.json' }, 'MODEL_CORRUPT'),
  },
  {
    name: 'SigLIP with CLIP’s two older files',
    files: renamed(siglip, without('tokenizer.json', 'tokenizer_config.json'), bytePairs),
    expected: refused('file-missing'),
  },
]
