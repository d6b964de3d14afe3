import { toLinkQuery } from '../../core/site/links/link-query'
import type { ModelTask } from '../../core/tasks/model-task'
import type { ExportFormat } from '../../core/views/export'
import type { App } from '../app'
import type { AppState, Picture } from '../app-state'
import { currentModel } from '../model/current-model'
import { fixedLabelsLate } from './fixed-labels/late'
import type { LateTask } from './late-task'
import { ownLate } from './own/late'
import { answeringTask, currentTask, type PageTask } from './tasks'
import { zeroShotLate } from './zero-shot/late'

/** This is where they are listed: those of models, which a link can ask, and what else answers. */
const lateTasks: Readonly<Record<ModelTask, LateTask>> = {
  'zero-shot': zeroShotLate,
  'fixed-labels': fixedLabelsLate,
}

const exporters: Readonly<Record<PageTask, Pick<LateTask, 'exportAll'>>> = { ...lateTasks, own: ownLate }

/** The results of pictures in a format, of what answers now; see `LateTask.exportAll`. */
export const exportResults = (
  app: Pick<App, 'store' | 'selectors'>,
  pictures: Iterable<Picture>,
  listed: readonly Picture[],
  format: ExportFormat,
): Iterable<string> => exporters[answeringTask(app.store.getState())].exportAll(app, pictures, listed, format)

/** The query of a link that opens the page to ask what it asks pictures now. It carries no picture. */
export const shareQuery = (state: AppState): string => {
  const id = currentModel(state.model)?.id ?? ''
  // One of the hub has an owner.
  return toLinkQuery(lateTasks[currentTask(state)].toLink(state, id.includes('/') ? id : null))
}
