import type { measure as english } from '../../en/model/measure'
import type { TranslationOf } from '../../translation'

export const measure: TranslationOf<typeof english> = {
  title: 'قياس هذا الجهاز',
  text: 'يشغّل {{name}} على بطاقة الرسوم وعلى المعالج، بكل طريقة يوفرها هذا الجهاز. يستغرق ذلك دقيقة أو دقيقتين. لا يُنزَّل شيء ولا يُرسَل شيء.',
  noModel: 'حمّل نموذجًا أولًا: فهو ما يُقاس.',
  start: 'قياس',
  starting: 'يبدأ الآن…',
  running: '{{rung}}، {{index, number}} من {{total, number}}',
  stop: 'إيقاف',
  fastest: 'الأسرع: {{rung}}، {{rate}} صورة في الثانية',
  noneSound: 'لم تعطِ أي طريقة الأرقام الصحيحة.',
  use: 'استخدامها',
  inUse: 'مستخدمة الآن',
  table: 'سرعة كل طريقة',
  rung: 'يعمل على',
  rates: 'صور في الثانية، بهذا العدد معًا',
  readyAnd: 'جاهز بعد {{time}}. {{check}}',
  prepare: 'صورة بدقة {{size}} MP تصبح جاهزة للنموذج بعد {{time}}.',
  failed: 'لم يعمل: {{code}}',
  copyText: 'نسخ كنص',
  copyJson: 'نسخ JSON',
  again: 'القياس مجددًا',
}
