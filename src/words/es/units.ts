import type { units as english } from '../en/units'
import type { TranslationOf } from '../translation'

export const units: TranslationOf<typeof english> = {
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
  justNow: 'ahora mismo',
  percent: '{{value}} %',
  percentSpoken: '{{value}} por ciento',
  percentSpokenLess: 'menos del {{value}} por ciento',
  comma: ', ',
}
