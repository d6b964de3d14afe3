import type { HostedService, RequestLanguage } from '../../core/views/hosted-request'

/** How a result can be copied, beside the record itself: as a service's answer, or as the request for one. */
export type CopyForm =
  | 'vehicore'
  | 'roboflow-compare'
  | 'roboflow-single'
  | 'roboflow-multi'
  | 'hugging-face'
  | `${HostedService} ${RequestLanguage}`

/** The lines of the menu, in order. */
export const copyLines: readonly { readonly form: CopyForm; readonly label: string }[] = [
  { form: 'vehicore', label: 'As VehiCore answers' },
  { form: 'roboflow-compare', label: 'As Roboflow compares' },
  { form: 'roboflow-single', label: 'As a Roboflow model, one label' },
  { form: 'roboflow-multi', label: 'As a Roboflow model, several labels' },
  { form: 'hugging-face', label: 'As Hugging Face answers' },
  { form: 'vehicore curl', label: 'VehiCore request, curl' },
  { form: 'vehicore javascript', label: 'VehiCore request, JavaScript' },
  { form: 'vehicore python', label: 'VehiCore request, Python' },
  { form: 'roboflow curl', label: 'Roboflow request, curl' },
  { form: 'roboflow javascript', label: 'Roboflow request, JavaScript' },
  { form: 'roboflow python', label: 'Roboflow request, Python' },
  { form: 'hugging-face curl', label: 'Hugging Face request, curl' },
  { form: 'hugging-face javascript', label: 'Hugging Face request, JavaScript' },
  { form: 'hugging-face python', label: 'Hugging Face request, Python' },
]
