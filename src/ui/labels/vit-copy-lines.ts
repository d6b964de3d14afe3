/** How a classifier's result can be copied, beside the record itself: as VehiCore's `vit` answers, or a request of it. */
export type VitCopyForm = 'vehicore' | 'vehicore curl' | 'vehicore javascript' | 'vehicore python'

/** The lines of the menu, in order. */
export const vitCopyLines: readonly { readonly form: VitCopyForm; readonly label: string }[] = [
  { form: 'vehicore', label: 'As VehiCore answers' },
  { form: 'vehicore curl', label: 'VehiCore request, curl' },
  { form: 'vehicore javascript', label: 'VehiCore request, JavaScript' },
  { form: 'vehicore python', label: 'VehiCore request, Python' },
]
