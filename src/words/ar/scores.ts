import type { scores as english } from '../en/scores'
import type { TranslationOf } from '../translation'

export const scores: TranslationOf<(typeof english)['scores']> = {
  title: 'الدرجات',
  threshold: 'أدنى درجة لـ«{{tag}}»',
  unset: 'بلا عتبة',
  effect: 'يبقى {{kept}} ويُستبعد {{lost}}',
  range: {
    title: 'هذه الدرجات فقط',
    label: 'درجة',
    least: 'أدنى درجة معروضة لـ«{{tag}}»',
    most: 'أعلى درجة معروضة لـ«{{tag}}»',
    shown: 'المعروض {{shown}} من {{total}}',
    hint: 'ارسم فوق الأعمدة، أو حرّك أحد الطرفين.',
    open: 'عرض بعض الدرجات فقط',
  },
  counting: 'جارٍ العدّ…',
  failed: 'يتعذّر ترتيب القائمة الآن، فلا تُعدّ الدرجات.',
  none: 'لم تُقيَّم أي صورة بعد.',
  noTag: 'أضف وسمًا لترى درجاته.',
  noModel: 'لا يوجد نموذج يقرأ الوسوم.',
  own: 'مصنِّفك هو الذي يجيب الآن. دع الكلمات تجيب لترى درجاتها.',
  uncalibrated: 'لا تذكر ملفات هذا النموذج ما تعنيه أرقامه بالنسبة المئوية، فلا يمكن ضبط عتبة.',
}
