import type { TaglensError } from '../../core/errors/taglens-error'
import type { Wording } from '../../words/wording'
import type { ErrorDescription } from './error-description'

type DecodeFailure = Extract<TaglensError, { readonly code: 'IMAGE_DECODE_FAILED' }>

/** What a file that could not be read as a picture means for the person, by the format it was sniffed as. */
export const describeDecodeFailure = (
  { t }: Wording,
  { name, format, problem }: DecodeFailure,
): ErrorDescription => {
  if (problem === 'no-preview')
    return { what: t('errors.noPreview.what', { name }), next: t('errors.noPreview.next') }
  if (problem === 'unusual')
    return { what: t('errors.unusual.what', { name, format }), next: t('errors.unusual.next') }
  switch (format) {
    case 'unreadable':
      return { what: t('errors.unreadable.what', { name }), next: t('errors.unreadable.next') }
    case 'unknown':
      return { what: t('errors.noPicture.what', { name }), next: t('errors.noPicture.next') }
    case 'PDF':
      return { what: t('errors.document.what', { name }), next: t('errors.document.next') }
    case 'PSD':
      return { what: t('errors.layers.what', { name }), next: t('errors.layers.next') }
    case 'MP4':
      return { what: t('errors.video.what', { name }), next: t('errors.video.next') }
    case 'JPEG':
    case 'PNG':
    case 'WebP':
    case 'GIF':
    case 'AVIF':
    case 'BMP':
    case 'ICO':
    case 'HEIC':
    case 'JPEG XL':
    case 'TIFF':
    case 'RAW':
    case 'SVG':
      return { what: t('errors.damaged.what', { format, name }), next: t('errors.damaged.next') }
    default:
      return { what: t('errors.otherFormat.what', { name, format }), next: t('errors.otherFormat.next') }
  }
}
