import { isJsonObject } from '../core/json-object'
import type { onSiteMessage, SiteMessage } from '../platform/site-messages'
import type { MessageServerDeps } from './message-server'

/** What the page answers other sites with. */
export interface ServeMessagesDeps extends MessageServerDeps {
  readonly onSiteMessage: typeof onSiteMessage
}

/**
 * Answers the messages of other windows that are marked as ours. The code that does it is loaded with the first of
 * them.
 */
export const serveMessages = ({ onSiteMessage, ...deps }: ServeMessagesDeps): void => {
  let server: Promise<(message: SiteMessage) => void> | null = null
  onSiteMessage((message) => {
    if (!isJsonObject(message.data) || message.data.taglens !== 1) return
    server ??= import('./message-server').then(({ createMessageServer }) => createMessageServer(deps))
    void server.then((answer) => {
      answer(message)
    })
  })
}
