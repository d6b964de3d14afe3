import { neverFalling } from '../../core/model/download/never-falling'
import type { LoadProgress } from '../../core/model/loaded-model'
import { choiceOf } from '../../core/model/model-choice'
import type { ModelStore } from './model-store'
import type { ModelOpener } from './open-model'

/**
 * Keeps files that somebody brought only if they run here: the model is opened once, beside the one that answers,
 * and closed again. What cannot run is taken away again, and the outcome says why; the person's own file is where it
 * was. Files that were here already stay.
 */
export const createTriedImport =
  (store: ModelStore, opener: Pick<ModelOpener, 'open'>): ModelStore['import'] =>
  async (files, { signal, onProgress }) => {
    const before = await store.list()
    const tell = neverFalling(onProgress)
    const imported = await store.import(files, { signal, onProgress: tell })
    if (imported.kind !== 'done') return imported
    const { key, source, size } = imported.value
    if (before.kind === 'done' && before.value.some((model) => model.key === key)) return imported

    const tellOpening = ({ stage }: LoadProgress) => {
      tell({ stage, loaded: size, total: size })
    }
    const opened = await opener.open(choiceOf(source), { signal, onProgress: tellOpening })
    if (opened.kind === 'done') {
      opened.value.host.close()
      return imported
    }
    await store.remove(key)
    return opened
  }
