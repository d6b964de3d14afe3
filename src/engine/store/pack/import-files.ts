import type { StoredModel } from '../../../core/model/stored-model'
import { failed, type Outcome } from '../../../core/outcome'
import type { BroughtFile } from '../../../protocol/store-api'
import type { PackTools } from './pack-tools'

export const importFiles = (_files: readonly BroughtFile[], _tools: PackTools): Promise<Outcome<StoredModel>> =>
  Promise.resolve(failed({ code: 'UNEXPECTED', detail: 'not yet' }))
