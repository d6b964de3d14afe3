import type { list as english } from '../en/list'
import type { TranslationOf } from '../translation'

export const list: TranslationOf<(typeof english)['list']> = {
  chips: 'المعروض فقط',
  failed: 'تعذّرت قراءتها',
  sorts: {
    path: 'حسب المجلد والاسم',
    date: 'الأحدث أولًا',
    size: 'الأكبر أولًا',
    tag: 'الأنسب لـ«{{tag}}» أولًا',
  },
  reversed: 'بالعكس',
}
