import type { HostedService, RequestLanguage } from '../../core/views/hosted-request'
import type { Wording } from '../../words/wording'

const ANSWERS = ['vehicore', 'roboflow-compare', 'roboflow-single', 'roboflow-multi', 'hugging-face'] as const

const services = {
  vehicore: 'VehiCore',
  roboflow: 'Roboflow',
  'hugging-face': 'Hugging Face',
} as const satisfies Record<HostedService, string>

const languages = {
  curl: 'curl',
  javascript: 'JavaScript',
  python: 'Python',
} as const satisfies Record<RequestLanguage, string>

/** How a result can be copied, beside the record itself: as a service's answer, or as the request for one. */
export type CopyForm = (typeof ANSWERS)[number] | `${HostedService} ${RequestLanguage}`

/** A line of the menu. */
export interface CopyLine {
  readonly form: CopyForm
  readonly label: string
  /** What it belongs to: an answer of a service, or a request for one. */
  readonly group: 'answers' | 'requests'
}

const SERVICES = ['vehicore', 'roboflow', 'hugging-face'] as const
const REQUEST_LANGUAGES = ['curl', 'javascript', 'python'] as const

/** The lines of the menu, in order. */
export const copyLines = ({ t }: Wording): readonly CopyLine[] => [
  ...ANSWERS.map((form) => ({ form, group: 'answers' as const, label: t(`ranking.copyForms.${form}`) })),
  ...SERVICES.flatMap((service) =>
    REQUEST_LANGUAGES.map((language): CopyLine => ({
      form: `${service} ${language}`,
      group: 'requests',
      label: t('ranking.copyForms.request', { service: services[service], language: languages[language] }),
    })),
  ),
]
