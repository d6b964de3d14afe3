import type { largeView as english } from '../../en/pictures/large-view'
import type { TranslationOf } from '../../translation'

export const largeView: TranslationOf<(typeof english)['largeView']> = {
  title: 'الصورة المكبَّرة',
  keys: 'السهمان الأيمن والأيسر يغيّران الصورة، زائد وناقص يغيّران الحجم، 0 يلائمها، F يعتّم الباقي، M يعرض ما رآه النموذج، Esc للرجوع',
  zoom: 'الحجم',
  back: 'كل الصور',
  zoomIn: 'أكبر',
  zoomOut: 'أصغر',
  fit: 'ملاءمة، من {{percent}}',
}
