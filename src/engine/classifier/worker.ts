import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import { createClassifierApi } from './create-classifier-api'
import kernelBytes from './products-kernel.as.ts?wasm-bytes'
import { createProducts } from './simd-products'

// The composition root of the classifier's worker: the page reaches it by URL only.
guardWorker('classifier')
registerTransferHandlers()
expose(createClassifierApi({ name: 'taglens-marks', products: createProducts(kernelBytes) }))
