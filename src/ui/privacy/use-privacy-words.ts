import { privacyDialog } from '../../words/en/privacy/dialog'
import type { WordingWith } from '../../words/wording'
import { useWordsWith } from '../context/ui-context'

/** The words with those of the privacy dialog. */
export type PrivacyWording = WordingWith<typeof privacyDialog>

/** For the dialog alone, which comes late: these texts come with it (ADR 31). */
export const usePrivacyWords = (): PrivacyWording => useWordsWith(privacyDialog)
