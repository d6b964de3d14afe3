import type { FixedLabelRecord } from '../../../core/tasks/fixed-labels/fixed-label-record'
import { toVitRequest, type RequestLanguage } from '../../../core/views/hosted-request'
import { toVitAnswer } from '../../../core/tasks/fixed-labels/vehicore-vit'
import type { VitCopyForm } from './vit-copy-lines'

const languages: Readonly<Record<Exclude<VitCopyForm, 'vehicore'>, RequestLanguage>> = {
  'vehicore curl': 'curl',
  'vehicore javascript': 'javascript',
  'vehicore python': 'python',
}

/** A classifier's record in the form that was asked for. Loaded when first wanted. */
export const copyVitText = (form: VitCopyForm, record: FixedLabelRecord): string => {
  if (form === 'vehicore') return JSON.stringify(toVitAnswer(record), null, 2)
  const { id } = record.model
  // One of the hub has an owner; another is no name that the service knows.
  return toVitRequest(languages[form], { file: record.name, vitModel: id.includes('/') ? id : null })
}
