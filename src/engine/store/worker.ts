import { expose } from 'comlink'
import { DOWNLOAD_LIMITS } from '../../core/download/retry'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import { createStoreApi } from './create-store-api'

// The composition root of the store worker: the page reaches it by URL only.
guardWorker('store')
registerTransferHandlers()
expose(createStoreApi({ root: 'taglens', limits: DOWNLOAD_LIMITS }))
