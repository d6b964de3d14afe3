import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import { createColumnsApi } from './create-columns-api'

// The composition root of the columns worker: the page reaches it by URL only.
guardWorker('columns')
registerTransferHandlers()
expose(createColumnsApi())
