import type { privacyDialog } from '../en/privacy/dialog'
import type { privacy as english } from '../en/shell'
import type { TranslationOf } from '../translation'

export const privacy: TranslationOf<typeof english & (typeof privacyDialog)['privacy']> = {
  title: 'الخصوصية',
  promise:
    'الصور والوسوم والنتائج لا تغادر هذا الجهاز أبدًا. لا يُطلب من الشبكة سوى التطبيق نفسه، ونموذج من المضيف الذي تختاره، وصورة كتبتَ عنوانها.',
  airplane: 'وضع الطيران',
  airplaneText: 'لا طلب إلى أي مضيف آخر، ولا حتى لنموذج. ما على هذا الجهاز يظل يعمل.',
  shared: 'صفحات أخرى على هذا العنوان',
  sharedText:
    'الصفحات التي يضعها آخرون تحت {{origin}} قد تقرأ ما هو محفوظ هنا وتغيّره: النماذج والصور المحفوظة والوسوم والإعدادات والتطبيق نفسه.',
  sharedWayOut: 'لاستبعاد ذلك ضع التطبيق على نطاق خاص به. وتُقارَن النماذج المحفوظة من حين إلى آخر ببصماتها.',
  log: 'الطلبات منذ فتح هذه الصفحة',
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
    desk: 'المكتب',
    columns: 'الأعمدة',
    classifier: 'المصنِّف',
    'service worker': 'service worker',
  },
  outcomes: {
    redirected: 'أُحيل إلى مضيف آخر',
    answered: 'أُجيب',
    kept: 'من هذا الجهاز',
    failed: 'فشل',
    refused: 'رُفض',
  },
  redirected: 'أُحيل إلى مضيف آخر: {{number}}',
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
