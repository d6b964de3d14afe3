import { isJsonObject } from '../core/json-object'
import type { SiteMessage } from '../platform/site-messages'
import type { OriginGate } from '../state/site/origin-gate'
import { answerMessage } from './answer-message'
import type { TaglensApi } from './taglens-api'
import type { ModelPlace } from './when-model-settles'
import { words } from './rejection'

/** What messages are answered with. */
export interface MessageServerDeps extends ModelPlace {
  readonly api: TaglensApi
  readonly gate: OriginGate
}

/** Marks every message, with the version of their shapes. */
const MARK = { taglens: 1 } as const

/**
 * Answers `{taglens: 1, id, method, params}` with `{taglens: 1, id, result}` or `{taglens: 1, id, error}` for sites
 * that the person has allowed. Any other is refused, and the person is asked; if they allow it, the site hears
 * `{taglens: 1, event: 'allowed'}`.
 */
export const createMessageServer = ({
  gate,
  ...deps
}: MessageServerDeps): ((message: SiteMessage) => void) => {
  const underWay = new Map<string, AbortController>()

  return ({ origin, data, reply }) => {
    const id = isJsonObject(data) ? data.id : null
    if (typeof id !== 'string' && typeof id !== 'number') {
      reply({ ...MARK, id: null, error: { message: words.idExpected, code: 'VALIDATION_ERROR' } })
      return
    }
    if (!gate.isAllowed(origin)) {
      reply({ ...MARK, id, error: { message: words.originNotAllowed, code: 'ORIGIN_NOT_ALLOWED' } })
      gate.ask(origin, () => {
        reply({ ...MARK, event: 'allowed' })
      })
      return
    }
    const keyOf = (name: string | number) => JSON.stringify([origin, name])
    const stop = new AbortController()
    const cancel = (name: string | number): boolean => {
      const found = underWay.get(keyOf(name))
      found?.abort()
      return found !== undefined
    }
    underWay.set(keyOf(id), stop)
    void answerMessage({ ...deps, cancel }, data, stop.signal).then((answer) => {
      underWay.delete(keyOf(id))
      reply({ ...MARK, id, ...answer })
    })
  }
}
