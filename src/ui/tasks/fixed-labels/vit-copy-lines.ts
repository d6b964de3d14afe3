import type { Wording } from '../../../words/wording'
import { copyLines, type CopyLine } from '../../ranking/copy-menu-lines'

const FORMS = ['vehicore', 'vehicore curl', 'vehicore javascript', 'vehicore python'] as const

/** How a classifier's result can be copied, beside the record itself: as VehiCore's `vit` answers, or a request of it. */
export type VitCopyForm = (typeof FORMS)[number]

const isVitLine = (line: CopyLine): line is CopyLine & { readonly form: VitCopyForm } =>
  FORMS.some((form) => form === line.form)

/** The lines of the menu, in order. */
export const vitCopyLines = (words: Wording) => copyLines(words).filter(isVitLine)
