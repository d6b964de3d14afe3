import type { units as english } from '../en/units'
import type { TranslationOf } from '../translation'

export const units: TranslationOf<typeof english> = {
  bytes: '{{value}} بايت',
  kilobytes: '{{value}} ك.ب',
  megabytes: '{{value}} م.ب',
  gigabytes: '{{value}} غ.ب',
  perSecond: '{{amount}}/ث',
  milliseconds: '{{value}} م.ث',
  seconds: '{{value}} ث',
  minutes: '{{value}} د',
  hours: '{{value}} س',
  hoursMinutes: '{{hours}} س {{minutes}} د',
  justNow: 'الآن',
  percent: '\u2066{{value}}%\u2069',
  percentSpoken: '{{value}} بالمئة',
  percentSpokenLess: 'أقل من {{value}} بالمئة',
  comma: '، ',
}
