import { imagenetCategories } from '../../../core/tasks/fixed-labels/imagenet/class-layout'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import type { Recipe } from '../../../core/pixels/recipe'
import { probePictures } from '../../../core/runtime/self-check/probe-input'
import { toClassLogits } from '../../../core/tasks/fixed-labels/class-logits'
import { classifierPorts } from '../../ort/graph-ports'
import { openGraph, readGraph } from '../../hub/graph-files'
import { createProgressMeter } from '../../hub/progress-meter'
import { toModelFacts } from '../../inference/model-facts'
import { openPictureGraph } from '../../inference/open-picture-graph'
import type { LoadContext, RunningModel, TaskLoader } from '../../inference/task-loader'
import { type ClassifierConfig, isClassifierConfig, parseClassifierConfig } from './classifier-config'

/** Reads, opens and warms up a classifier. */
const openClassifier = async (
  config: ClassifierConfig,
  recipe: Recipe,
  context: LoadContext,
): Promise<Outcome<RunningModel>> => {
  const { request, reader, runtime, onProgress, signal } = context
  const dtypes = request.dtype ? [request.dtype] : request.runtime.dtypes
  const opening = openGraph(reader, 'classifier', dtypes, signal)
  const read = await readGraph(reader, opening, createProgressMeter(onProgress), signal)
  if (read.kind !== 'done') return read
  const graph = read.value

  const opened = await openPictureGraph(graph, request, runtime, {
    recipe,
    portsOf: classifierPorts,
    toRow: toClassLogits,
  })
  if (opened.kind !== 'done') return opened
  const classify = opened.value.run

  // Compiles what a device compiles on first use, and shows whether labels and output belong together.
  const tried = await classify(probePictures(recipe))
  if (tried.kind !== 'done') return tried
  const [outputs, labels] = [tried.value[0]?.length ?? 0, config.labels.length]
  if (outputs !== labels)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `its output has ${outputs} classes, config.json names ${labels}`,
    })

  return done({
    facts: {
      task: 'fixed-labels',
      ...toModelFacts(context, config, recipe, graph),
      labels: config.labels,
      categories: imagenetCategories(config.labels),
    },
    probe: { pictures: tried.value, prompts: [], golden: null },
    runtime,
    sight: {
      ...{ reader, graph: 'classifier', portsOf: classifierPorts },
      toEncoding: (values) => {
        const logits = toClassLogits(values)
        return logits && { kind: 'classes', logits }
      },
    },
    promptsAtHand: new Map(),
    packed: new Map(),
    addFiles: () => Promise.resolve(done(null)),
    encodePictures: async (tensors) => {
      const outcome = await classify(tensors)
      if (outcome.kind !== 'done') return outcome
      return done(outcome.value.map((logits) => ({ kind: 'classes', logits })))
    },
    encodePrompts: () => Promise.resolve(failed({ code: 'MODEL_NOT_LOADED', task: 'zero-shot' })),
  })
}

/** Models with a list of labels of their own. */
export const classifierLoader: TaskLoader = {
  recognises: isClassifierConfig,
  describe: ({ config: json, recipe, reader }) => {
    const config = parseClassifierConfig(json, reader.nameOf('config.json'))
    return Promise.resolve(
      config.kind === 'done'
        ? done({ open: (context: LoadContext) => openClassifier(config.value, recipe, context) })
        : config,
    )
  },
}
