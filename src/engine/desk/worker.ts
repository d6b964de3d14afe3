import { expose } from 'comlink'
import { guardWorker } from '../guard-worker'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { createDeskApi } from './create-desk-api'

// The composition root of the desk worker: the page reaches it by URL only.
guardWorker('desk')
registerTransferHandlers()
expose(createDeskApi({ root: 'taglens' }))
