const onMac: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌫' }

/** What stands on the key of this machine's keyboard: `Ctrl` is `⌘` on a Mac. */
export const keyName = (key: string): string =>
  /Mac|iPhone|iPad/.test(navigator.userAgent) ? (onMac[key] ?? key) : key
