import { expose } from 'comlink'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { createDeskApi } from './create-desk-api'

// The desk worker of the tests: the same, with a database and a folder that are named like the worker.
registerTransferHandlers()
expose(createDeskApi({ root: self.name }))
