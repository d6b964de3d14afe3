import type { list as english } from '../../en/pictures/list'
import type { TranslationOf } from '../../translation'

export const list: TranslationOf<(typeof english)['list']> = {
  chips: 'المعروض فقط',
  failed: 'تعذّرت قراءتها',
  nothingShown: 'لا توجد صورة تطابق هذه التصفية.',
  showAll: 'عرض كل الصور',
  sort: 'ترتيب',
  filter: 'تصفية',
  filterAll: 'كل الوسوم',
  filterOff: 'إيقاف عرض {{tag}} وحده',
  byScore: 'حسب الدرجة…',
  range: '{{tag}} من {{least}} إلى {{most}}٪',
  rangeShort: '{{least}}–{{most}}٪',
  rangeOpen: 'تغيير {{range}}',
  sorts: {
    added: 'حسب ترتيب الوصول',
    name: 'حسب الاسم',
    score: 'الأوثق أولًا',
    unsure: 'الأقل وثوقًا أولًا',
    words: 'الأشبه بـ«{{words}}» أولًا',
    similar: 'الأشبه بالصورة المحددة',
    unlike: 'الأقل شبهًا بأمثلة «{{tag}}» أولًا',
    path: 'حسب المجلد والاسم',
    date: 'الأحدث أولًا',
    size: 'الأكبر أولًا',
    tags: 'الأعلى درجةً أولًا لـ',
  },
  views: {
    title: 'طرق العرض',
    grid: 'شبكة',
    duplicates: 'مكررات',
    map: 'خريطة',
  },
  search: 'البحث بالكلمات',
  searchOff: 'إيقاف الترتيب حسب «{{words}}»',
  searching: 'جارٍ البحث عن «{{words}}»',
  reversed: 'بالعكس',
  cardSize: 'حجم البطاقات',
  names: 'عرض الأسماء',
  gridKeys:
    'الأسهم تنقل، Shift يوسّع التحديد، Control مع المسافة يحدّد، 1 إلى 9 تقرّر وسمًا، Enter يقبل ما يقوله النموذج، X لا شيء من هذه، U يمسح، N التالية غير المقرَّرة، المسافة تفتح مكبَّرًا، Delete يزيل',
}
