import type { Wording } from '../../words/wording'
import type { ErrorDescription } from './error-description'

/** What a file that could not be read as a picture means for the person, by the format it was sniffed as. */
export const describeDecodeFailure = ({ t }: Wording, name: string, format: string): ErrorDescription => {
  switch (format) {
    case 'HEIC':
    case 'HEIF':
      return { what: t('errors.heic.what', { format, name }), next: t('errors.heic.next') }
    case 'unreadable':
      return { what: t('errors.unreadable.what', { name }), next: t('errors.unreadable.next') }
    case 'unknown':
      return { what: t('errors.noPicture.what', { name }), next: t('errors.noPicture.next') }
    case 'JPEG':
    case 'PNG':
    case 'WebP':
    case 'GIF':
    case 'AVIF':
    case 'BMP':
    case 'ICO':
      return { what: t('errors.damaged.what', { format, name }), next: t('errors.damaged.next') }
    default:
      return { what: t('errors.otherFormat.what', { name, format }), next: t('errors.otherFormat.next') }
  }
}
