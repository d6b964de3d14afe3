import { expose } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { createStoreApi } from './create-store-api'

// The store worker of the tests: the same, with a folder that is the worker's name, and with little patience.
// A name that says so takes away what Chrome for Android does not have.
if (self.name.endsWith('without-move')) Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move')
registerTransferHandlers()
expose(
  createStoreApi({
    root: self.name,
    version: '1',
    limits: {
      stall: 1000 as Milliseconds,
      silence: 1000 as Milliseconds,
      attempts: 4,
      firstDelay: 20 as Milliseconds,
      longestDelay: 100 as Milliseconds,
      longestRequest: 3000 as Milliseconds,
    },
  }),
)
