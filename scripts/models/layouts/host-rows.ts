import { changed, refused, renamed, runs, type LayoutRow } from './layout-row.ts'
import { apart, base, classifier, immich, pair } from './variants.ts'

/** Classifiers, and hosts that list nothing. */
export const hostRows: readonly LayoutRow[] = [
  {
    name: 'a classifier',
    files: classifier,
    expected: { kind: 'runs', like: 'classifier', fetched: ['onnx/model.onnx'] },
  },
  {
    name: 'a classifier in the root',
    files: renamed(classifier, (path) => path.replace('onnx/', '')),
    expected: { kind: 'runs', like: 'classifier', fetched: ['model.onnx'] },
  },
  {
    name: 'a classifier in signed bytes',
    files: renamed(classifier, (path) => path.replace('model.onnx', 'model_int8.onnx')),
    expected: { kind: 'runs', like: 'classifier', fetched: ['onnx/model_int8.onnx'] },
  },
  {
    name: 'a classifier of labels that go together',
    files: changed(classifier, 'config.json', { problem_type: 'multi_label_classification' }),
    expected: refused({ words: 'exclude' }),
  },
  {
    name: 'a classifier without labels',
    files: changed(classifier, 'config.json', { id2label: { 0: 'cat', 2: 'dog' } }),
    expected: refused({ words: 'id2label' }, 'MODEL_CORRUPT'),
  },

  { name: 'a plain host', files: base, host: 'plain', expected: runs(pair('')) },
  {
    name: 'a plain host with the towers in the root',
    files: renamed(base, (path) => path.replace('onnx/', '')),
    host: 'plain',
    expected: runs(['text_model.onnx', 'vision_model.onnx']),
  },
  {
    name: 'a plain host with weights beside the graphs',
    files: apart(['_data', '_data_1']),
    host: 'plain',
    expected: runs(),
  },
  { name: 'a plain host with immich’s files', files: immich, host: 'plain', expected: runs() },
  {
    name: 'a plain host with a classifier',
    files: classifier,
    host: 'plain',
    expected: { kind: 'runs', like: 'classifier' },
  },
  {
    name: 'a plain host with both towers in one graph',
    files: renamed(base, (path) =>
      path.includes('text_model') ? null : path.replace('vision_model', 'model'),
    ),
    host: 'plain',
    expected: refused('joint-graph'),
  },
]
