import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import kernelBytes from '../classifier/products-kernel.as.ts?wasm-bytes'
import { createColumnsApi } from './create-columns-api'
import { createHoldTexts } from './simd-texts'

// The composition root of the columns worker: the page reaches it by URL only.
guardWorker('columns')
registerTransferHandlers()
expose(createColumnsApi(createHoldTexts(kernelBytes)))
