import { afterAll, vi } from 'vitest'
// What a test has asked for late may still be on its way when its file is over. Vitest then tears down what loads it,
// and the file that runs after it in the same process finds a part that failed, for good.
import '../state/links/open-linked-model'
import '../state/model/measure-actions'
import '../state/model/model-transfers'
import '../state/model/recheck-models'
import '../state/pictures/incoming/read-addresses'
import '../state/pictures/incoming/take-in'
import '../state/pictures/kept/keep-pictures'
import '../state/tags/tag-set-actions'

afterAll(() => vi.dynamicImportSettled())
