import type { Wording } from '../../words/wording'

const onMac: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌫' }

/** Keys whose names differ from language to language. */
const NAMED = ['Space', 'Enter', 'Delete', 'Backspace', 'Shift'] as const

/** What stands on the key of this machine's keyboard: `Ctrl` is `⌘` on a Mac, `Enter` `Intro` in Spain. */
export const keyName = ({ t }: Wording, key: string): string => {
  const symbol = /Mac|iPhone|iPad/.test(navigator.userAgent) ? onMac[key] : undefined
  if (symbol !== undefined) return symbol
  const named = NAMED.find((name) => name === key)
  return named ? t(`keys.names.${named}`) : key
}
