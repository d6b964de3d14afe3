import type { privacy as english } from '../en/privacy'
import type { TranslationOf } from '../translation'

export const privacy: TranslationOf<typeof english> = {
  title: 'الخصوصية',
  promise:
    'الصور والوسوم والنتائج لا تغادر هذا الجهاز أبدًا. لا يُطلب من الشبكة سوى التطبيق نفسه، ونموذج من المضيف الذي تختاره، وصورة كتبتَ عنوانها.',
  airplane: 'وضع الطيران',
  airplaneText: 'عدم طلب أي شيء من أي مضيف آخر، ولا حتى نموذج. ما على هذا الجهاز يظل يعمل.',
  log: 'ما طُلب منذ فتح هذه الصفحة',
  nothing: 'لا شيء بعد.',
  ownHost: 'مضيف التطبيق',
  latest: 'أحدث الطلبات',
  requests_zero: 'لا طلبات',
  requests_one: 'طلب واحد',
  requests_two: 'طلبان',
  requests_few: '{{count, number}} طلبات',
  requests_many: '{{count, number}} طلبًا',
  requests_other: '{{count, number}} طلب',
  askers: {
    page: 'الصفحة',
    pixels: 'البكسلات',
    inference: 'الاستدلال',
    store: 'المخزن',
    'service worker': 'service worker',
  },
  outcomes: { answered: 'أُجيب', kept: 'من هذا الجهاز', failed: 'فشل', refused: 'رُفض' },
  failed: 'فشل: {{number}}',
  refused: 'رُفض: {{number}}',
  kept: 'من هذا الجهاز: {{number}}',
  sites: 'مواقع يُسمح لها باستخدام Taglens',
  sitesText: 'يمكنها إرسال صور ونصوص لتصنيفها هنا وتلقي النتائج. لا ترى شيئًا آخر.',
  removeSite: 'إزالة',
  removeNamedSite: 'إزالة {{origin}}',
  diagnostics: 'تقرير عن مشكلة',
  diagnosticsText: 'الإصدارات والجهاز والنموذج ورموز الأخطاء، بالإنجليزية. لا شيء عن الصور أو الوسوم.',
  showReport: 'عرض التقرير',
  copyReport: 'نسخ التقرير',
}
