import { assertNever } from '../../../core/errors/assert-never'
import type { SelfCheck } from '../../../core/runtime/self-check/judge-probe'
import type { ModelWording } from '../texts/use-model-words'

/** What the self-check has shown, with the measured distance. */
export const describeSelfCheck = ({ t, format }: ModelWording, check: SelfCheck): string => {
  switch (check.kind) {
    case 'verified': {
      const distance = format.decimal(check.distance, 4)
      return check.against === 'golden'
        ? t('model.selfChecks.verifiedGolden', { distance })
        : t('model.selfChecks.verifiedCpu', { distance })
    }
    case 'inexact': {
      const distance = format.decimal(check.distance, 4)
      return check.against === 'golden'
        ? t('model.selfChecks.inexactGolden', { distance })
        : t('model.selfChecks.inexactCpu', { distance })
    }
    case 'plausible':
      return t('model.selfChecks.plausible')
    default:
      return assertNever(check)
  }
}
