import type { Wording } from '../../../words/wording'

/** How much of a download is there, of how much where that is known: `61 MB of 153 MB`. */
export const amountOf = ({ t, format }: Wording, loaded: number, total: number | null): string =>
  total === null
    ? format.bytes(loaded)
    : t('model.ofTotal', { loaded: format.bytes(loaded), total: format.bytes(total) })
