import type { largeView as english } from '../../en/pictures/large-view'
import type { TranslationOf } from '../../translation'

export const largeView: TranslationOf<(typeof english)['largeView']> = {
  title: 'الصورة المكبَّرة',
  keys: 'السهمان الأيمن والأيسر يغيّران الصورة، زائد وناقص يغيّران الحجم، 0 يلائمها، F يعتّم الباقي، M يعرض ما رآه النموذج، W ما تعتمد عليه الإجابة، 1 إلى 9 وEnter وX تقرّر وتتابع، Esc للرجوع',
  why: 'ما تعتمد عليه الإجابة',
  looking: 'نظر عن قرب: {{percent}}',
  stop: 'إيقاف',
  ways: 'طريقة معرفته',
  byPlaces: 'بنظرة واحدة',
  byCovering: 'بالتغطية',
  onlyCovering: 'عُرف بتغطية أجزاء: ملف هذا النموذج لا يبيّنه بنظرة واحدة.',
  strength: 'العتمة حوله',
  saveLight: 'حفظ الصورة مع ضوئها',
  noWhy: 'لا إجابة هنا للنظر فيها.',
  whySpoken: 'يعتمد {{tag}} أكثر ما يعتمد على: {{places}}.',
  places: {
    'top-left': 'أعلى اليسار',
    'top-middle': 'أعلى الوسط',
    'top-right': 'أعلى اليمين',
    'middle-left': 'اليسار',
    'middle-middle': 'الوسط',
    'middle-right': 'اليمين',
    'bottom-left': 'أسفل اليسار',
    'bottom-middle': 'أسفل الوسط',
    'bottom-right': 'أسفل اليمين',
  },
  zoom: 'الحجم',
  back: 'كل الصور',
  zoomIn: 'أكبر',
  zoomOut: 'أصغر',
  fit: 'ملاءمة، من {{percent}}',
}
