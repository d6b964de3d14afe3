/** Figures with their units. */
export const units = {
  bytes: '{{value}} B',
  kilobytes: '{{value}} kB',
  megabytes: '{{value}} MB',
  gigabytes: '{{value}} GB',
  perSecond: '{{amount}}/s',
  milliseconds: '{{value}} ms',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  hours: '{{value}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
  justNow: 'just now',
  percent: '{{value}} %',
  percentSpoken: '{{value}} percent',
  percentSpokenLess: 'less than {{value}} percent',
  /** Between things side by side. */
  comma: ', ',
} as const
