import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { guardWorker } from '../guard-worker'
import { createInferenceApi } from './create-inference-api'

// The composition root of the inference worker: the page reaches it by URL only.
guardWorker('inference')
registerTransferHandlers()
expose(createInferenceApi())
