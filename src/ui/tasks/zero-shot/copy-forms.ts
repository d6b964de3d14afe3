import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import { toHostedRequest, type HostedService, type RequestLanguage } from '../../../core/views/hosted-request'
import { toHuggingFace } from '../../../core/views/hugging-face'
import {
  toRoboflowComparison,
  toRoboflowMultiLabel,
  toRoboflowSingleLabel,
} from '../../../core/views/roboflow'
import { toVehicore } from '../../../core/views/vehicore'
import type { CopyForm } from '../../ranking/copy-menu-lines'

type View = Exclude<CopyForm, `${HostedService} ${RequestLanguage}`>

const viewOf = (view: View, record: ClassificationRecord): unknown => {
  switch (view) {
    case 'vehicore':
      return toVehicore(record)
    case 'roboflow-compare':
      return toRoboflowComparison(record)
    case 'roboflow-single':
      return toRoboflowSingleLabel(record)
    case 'roboflow-multi':
      return toRoboflowMultiLabel(record)
    case 'hugging-face':
      return toHuggingFace(record)
  }
}

const isRequest = (form: CopyForm): form is `${HostedService} ${RequestLanguage}` => form.includes(' ')

/**
 * A record in the form that was asked for. Loaded when first wanted.
 * @param labels that a request asks about.
 */
export const copiedText = (
  form: CopyForm,
  record: ClassificationRecord,
  labels: readonly string[],
): string => {
  if (isRequest(form)) {
    // Both halves are what the type says: the guard has seen the space between them.
    const [service, language] = form.split(' ') as [HostedService, RequestLanguage]
    return toHostedRequest(service, language, {
      file: record.name,
      labels,
      template: record.templates[0] ?? '{}',
    })
  }
  return JSON.stringify(viewOf(form, record), null, 2)
}
