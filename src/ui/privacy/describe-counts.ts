import type { HostTotal } from '../../core/network/network-entry'
import type { Wording } from '../../words/wording'

/** `12 requests, 1 refused, 30 from this device`: how often a host was asked, and what did not become an answer. */
export const describeCounts = (
  { t, format }: Wording,
  { answered, redirected, kept, failed, refused }: Omit<HostTotal, 'host' | 'bytes' | 'lastAt'>,
): string =>
  format.list([
    t('privacy.requests', { count: answered + redirected + failed + refused }),
    ...(redirected > 0 ? [t('privacy.redirected', { number: format.count(redirected) })] : []),
    ...(failed > 0 ? [t('privacy.failed', { number: format.count(failed) })] : []),
    ...(refused > 0 ? [t('privacy.refused', { number: format.count(refused) })] : []),
    ...(kept > 0 ? [t('privacy.kept', { number: format.count(kept) })] : []),
  ])
