import { expose } from 'comlink'
import { DOWNLOAD_LIMITS } from '../../core/model/download/retry'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { engineVersion, type AppBuild } from '../../core/site/app-build'
import { guardWorker } from '../guard-worker'
import { createStoreApi } from './create-store-api'

/** Put in by `vite.config.ts`. */
declare const TAGLENS_BUILD: AppBuild

// The composition root of the store worker: the page reaches it by URL only.
guardWorker('store')
registerTransferHandlers()
expose(createStoreApi({ root: 'taglens', limits: DOWNLOAD_LIMITS, version: engineVersion(TAGLENS_BUILD) }))
