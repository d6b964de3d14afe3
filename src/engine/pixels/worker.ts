import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import { createPixelApi } from './create-pixel-api'
import { createPreprocessor } from './picture-preprocessor'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

// The composition root of the pixel worker: the page reaches it by URL only.
guardWorker('pixels')
registerTransferHandlers()
expose(createPixelApi(createPreprocessor(kernelBytes)))
