import type { suggestions as english } from '../../en/pictures/suggestions'
import type { TranslationOf } from '../../translation'

export const suggestions: TranslationOf<(typeof english)['suggestions']> = {
  title: 'وسوم مقترحة',
  of: 'اقتراحات من أجل',
  picture: 'هذه الصورة',
  list: 'كل الصور',
  add: 'أضف الوسم {{tag}}',
  addFor: 'أضف الوسم {{tag}}، وهو الأدل على {{number}}',
  remove: 'أزل الوسم {{tag}}',
  addAll: 'أضف الكل',
  again: 'ماذا أيضًا؟',
  encoding: 'قراءة الكلمات: {{done}} من {{total}}',
  waits: 'تُقرأ الكلمات حين لا يُقرأ غيرها: {{done}} من {{total}}',
  stop: 'أوقف',
  goOn: 'تابع',
  stopped: 'أُوقفت: قُرئت {{done}} من {{total}} كلمة.',
  looking: 'مقارنة الصور بالكلمات',
  compared:
    'من {{words}} كلمة من كلمات التطبيق، وهي بالإنجليزية لأن النماذج تقرؤها أفضل. والعدد هو عدد الصور التي الكلمة أدل عليها.',
  comparedOne: 'من {{words}} كلمة من كلمات التطبيق، وهي بالإنجليزية لأن النماذج تقرؤها أفضل.',
  drawings:
    'يعرف {{name}} رسوم أشياء قليلة، ولا يقترح إلا من أسمائها الـ{{words}} بالإنجليزية. ولدى نموذج للصور أكثر منها بكثير.',
  nothing: 'لا كلمة أخرى تناسب.',
  unread: 'لم تُقرأ بعد صورة يميزها هذا النموذج.',
  nameGroups: 'سمِّها بما تُظهره',
  naming: 'جارٍ تسمية المجموعات…',
}
