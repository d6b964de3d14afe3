/** Milliseconds, without their unit. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))

export const ratio = (value: number): string => `${value.toFixed(2)}x`

/** A table of Markdown, figures to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`
