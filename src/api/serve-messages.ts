import { isJsonObject } from '../core/json-object'
import { createLate } from '../core/async/late'
import type { onSiteMessage, SiteMessage } from '../platform/site-messages'
import type { MessageServerDeps } from './message-server'
import { words } from './rejection'

/** What the page answers other sites with. */
export interface ServeMessagesDeps extends MessageServerDeps {
  readonly onSiteMessage: typeof onSiteMessage
}

/** Says that the code which answers could not be loaded; the next message tries again. */
const refuse = ({ data, reply }: SiteMessage): void => {
  const id =
    isJsonObject(data) && (typeof data.id === 'string' || typeof data.id === 'number') ? data.id : null
  reply({ taglens: 1, id, error: { message: words.partNotLoaded, code: 'PART_NOT_LOADED' } })
}

/**
 * Answers the messages of other windows that are marked as ours. The code that does it is loaded with the first of
 * them.
 */
export const serveMessages = ({ onSiteMessage, ...deps }: ServeMessagesDeps): void => {
  const server = createLate(async () => (await import('./message-server')).createMessageServer(deps))
  onSiteMessage((message) => {
    if (!isJsonObject(message.data) || message.data.taglens !== 1) return
    server.load().then(
      (answer) => {
        answer(message)
      },
      () => {
        refuse(message)
      },
    )
  })
}
